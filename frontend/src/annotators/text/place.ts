/** The place reading is at: kept when the width, the letters or the text itself change. */

import type { Scene } from "./scene";
import { caretUnit } from "./selection";

/** After so long without scrolling a place counts as the one that is read. */
const REST = 80;
/** Frames in which the place is still held while the text around it is laid out. */
const FRAMES = 8;

/** A letter, and how far below the top of the view its line stands, in pixels. */
export interface Anchor {
  readonly unit: number;
  readonly below: number;
}

/** Where a place of one text is in another that differs from it in one stretch. */
export function follows(before: string, after: string): (unit: number) => number {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < shortest - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return (unit) => {
    if (unit <= head) return unit;
    return unit >= before.length - tail ? unit + after.length - before.length : head;
  };
}

export class Place {
  private anchor: Anchor | null = null;
  private timer = 0;
  private look = "";
  private held = 0;
  private readonly sizes = new ResizeObserver(() => this.resized());
  private readonly listening = new AbortController();

  constructor(private readonly scene: Scene) {
    const { signal } = this.listening;
    scene.host.addEventListener("scroll", () => this.later(), { signal, passive: true });
    this.sizes.observe(scene.root);
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.note(), REST);
  }

  /** Remembers the letter at the top of the view; at the very top there is nothing to hold. */
  note(): Anchor | null {
    clearTimeout(this.timer);
    const { host, page } = this.scene;
    const view = host.getBoundingClientRect();
    this.anchor = null;
    if (host.scrollTop > 2 && view.height > 0) {
      const unit = caretUnit(page, host, view.left, view.top + 6, null);
      const below = unit === null ? null : this.below(unit);
      if (unit !== null && below !== null) this.anchor = { unit, below };
    }
    return this.anchor;
  }

  private below(unit: number): number | null {
    const rect = this.scene.page.measure(unit, unit + 1)?.getClientRects()[0];
    return rect ? rect.top - this.scene.host.getBoundingClientRect().top : null;
  }

  /** The text is as wide as it was, in the letters it was in: only then nothing has to be held. */
  private resized(): void {
    const { width } = this.scene.root.getBoundingClientRect();
    const { fontSize, lineHeight, fontFamily } = getComputedStyle(this.scene.root);
    const look = [width, fontSize, lineHeight, fontFamily].join(" ");
    const isSame = look === this.look || this.look === "";
    this.look = look;
    if (!isSame && this.anchor) this.hold(this.anchor);
  }

  /** Brings a letter back to its height, at once and while the text around it settles. */
  hold(anchor: Anchor): void {
    this.held += 1;
    const mine = this.held;
    this.anchor = anchor;
    const { view, page, host } = this.scene;
    view.lay(page.chunkAt(anchor.unit));
    view.want(page.chunkAt(anchor.unit));
    const step = (left: number) => {
      if (mine !== this.held) return;
      clearTimeout(this.timer);
      const below = this.below(anchor.unit);
      if (below !== null && Math.abs(below - anchor.below) > 0.5) {
        host.scrollTop += below - anchor.below;
      }
      if (left > 0) requestAnimationFrame(() => step(left - 1));
    };
    step(FRAMES);
  }

  /** Somebody goes elsewhere: nothing is held any more. */
  readonly release = (): void => {
    this.held += 1;
  };

  reset(): void {
    this.release();
    this.anchor = null;
    clearTimeout(this.timer);
  }

  destroy(): void {
    this.reset();
    this.sizes.disconnect();
    this.listening.abort();
  }
}
