/**
 * What is drawn of a document: highlights and stripes for the chunks near the view, two chunks a
 * frame; the rest of the text written and then measured in idle time.
 */

import type { CodePoints } from "../../lib/codepoints";
import type { Codings } from "./codings";
import type { Highlights, Painted } from "./highlights";
import { Idle } from "./idle";
import { overlaps } from "./lanes";
import type { Look } from "./look";
import { draw, erase, type Measured, measure } from "./margin";
import type { Page } from "./page";
import { nameCodes, unnameCodes } from "./printed";

const A_FRAME = 2;
const AT_IDLE = 3;
/** How long words are written in idle time before others have their turn, in milliseconds. */
const WRITING = 8;
/** Chunks with a gutter. */
const NEAR = "jr-near";

/** Everything that a view draws from. */
export interface Shown {
  readonly host: HTMLElement;
  readonly page: Page;
  readonly codings: Codings;
  readonly look: Look;
  readonly points: CodePoints;
  readonly highlights: Highlights;
  /** Called once, when the first view is painted. */
  readonly ready: () => void;
  /** Called after each frame in which something was drawn. */
  readonly drawn: () => void;
}

export class View {
  /** Chunks near the view, and those of them that are to be drawn anew. */
  private readonly near = new Set<number>();
  private readonly wanted = new Set<number>();
  private readonly painted = new Map<number, Painted>();
  /** Chunks that are laid out wherever the view is. */
  private readonly kept = new Set<number>();
  private readonly heights = new Map<Element, number>();
  private readonly indexes = new Map<Element, number>();
  private readonly nearby: IntersectionObserver;
  private readonly sizes: ResizeObserver;
  private frame = 0;
  private readonly idle = new Idle(() => this.layNext());
  private laid = 0;
  private isReady = false;
  private over = false;
  private lit: ReadonlySet<string> = new Set();

  constructor(private readonly shown: Shown) {
    const { host, page } = shown;
    this.nearby = new IntersectionObserver((entries) => this.moved(entries), {
      root: host,
      rootMargin: "100% 0px",
    });
    this.sizes = new ResizeObserver((entries) => this.resized(entries));
    page.chunks.forEach(({ element }, at) => {
      this.indexes.set(element, at);
      this.nearby.observe(element);
    });
    host.addEventListener("scroll", this.idle.disturb, { passive: true });
    addEventListener("beforeprint", this.printed);
    addEventListener("afterprint", this.printed);
    this.want(0);
    this.want(1);
  }

  /** Counts a chunk as near at once, as when the view is about to come to it. */
  want(at: number): void {
    const view = this.shown.page.chunks[at];
    if (view) {
      this.shown.page.write(at);
      this.near.add(at);
      this.wanted.add(at);
      view.element.classList.add(NEAR);
    }
    this.request();
  }

  /** On paper the whole text has its gutter, its highlights and the names of its codes. */
  private readonly printed = ({ type }: Event): void => {
    const { page, codings, look, host } = this.shown;
    const isPaper = type === "beforeprint";
    page.writeUntil(Number.POSITIVE_INFINITY);
    page.chunks.forEach(({ element }, at) => {
      element.classList.toggle(NEAR, isPaper || this.near.has(at));
      if (isPaper) this.paint(at);
      else if (!this.near.has(at)) this.unpaint(at);
    });
    unnameCodes(host);
    if (isPaper) nameCodes(page, codings, look);
  };

  private unpaint(at: number): void {
    const painted = this.painted.get(at);
    if (painted) this.shown.highlights.undo(painted);
    this.painted.delete(at);
  }

  /** Draws anew what a stretch touches; without one, everything near. */
  refresh(stretches?: readonly { start: number; end: number }[]): void {
    this.idle.disturb();
    for (const at of this.near) {
      const chunk = this.shown.page.chunks[at]?.chunk;
      const touched =
        !stretches ||
        stretches.some(({ start, end }) => chunk && start < chunk.end && end > chunk.start);
      if (touched) this.wanted.add(at);
    }
    this.request();
  }

  /** Sets off the stripes of some codings. */
  light(codings: ReadonlySet<string>): void {
    this.lit = codings;
    for (const at of this.near) this.drawWithin(this.shown.page.chunks[at]?.element);
  }

  private drawWithin(element: HTMLElement | undefined): void {
    for (const stripe of element?.querySelectorAll<HTMLElement>(".jr-stripe") ?? []) {
      stripe.classList.toggle("jr-lit", this.lit.has(stripe.dataset.coding ?? ""));
    }
  }

  /** Lays a chunk and its neighbours out, so that places in it can be measured. */
  lay(at: number): void {
    const meant = [at - 1, at, at + 1];
    for (const before of this.kept) if (!meant.includes(before)) this.keep(before, false);
    for (const near of meant) {
      this.shown.page.write(near);
      this.keep(near, true);
    }
  }

  /** Keeps a chunk laid out wherever the view is, or no longer. */
  private keep(at: number, isKept: boolean): void {
    const element = this.shown.page.chunks[at]?.element;
    if (!element) return;
    element.style.contentVisibility = isKept ? "visible" : "";
    if (isKept) this.kept.add(at);
    else this.kept.delete(at);
  }

  private moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const at = this.indexes.get(target);
      if (at === undefined) continue;
      if (isIntersecting && !this.near.has(at)) this.want(at);
      else if (!isIntersecting && this.near.delete(at)) this.leave(at);
    }
  }

  private leave(at: number): void {
    this.wanted.delete(at);
    this.unpaint(at);
    const view = this.shown.page.chunks[at];
    if (!view) return;
    view.element.classList.remove(NEAR);
    erase(view);
    this.sizes.unobserve(view.element);
    this.heights.delete(view.element);
  }

  private resized(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, borderBoxSize } of entries) {
      const at = this.indexes.get(target);
      const height = borderBoxSize[0]?.blockSize ?? 0;
      if (at === undefined || Math.abs((this.heights.get(target) ?? 0) - height) < 1) continue;
      this.wanted.add(at);
    }
    if (this.wanted.size > 0) this.request();
  }

  private request(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.run());
  }

  /** Draws in this frame what would be drawn in the next. */
  drawNow(): void {
    cancelAnimationFrame(this.frame);
    this.run();
  }

  private run(): void {
    this.frame = 0;
    const middle = [...this.near].reduce((sum, at) => sum + at, 0) / Math.max(this.near.size, 1);
    const nearest = [...this.wanted].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
    const measured: Measured[] = [];
    for (const at of nearest.slice(0, A_FRAME)) {
      this.wanted.delete(at);
      const view = this.shown.page.chunks[at];
      if (!view) continue;
      const here = this.shown.codings.over(view.chunk.start, view.chunk.end);
      measured.push(measure(view, here, this.shown.page));
    }
    for (const one of measured) this.drawn(one);
    this.shown.drawn();
    if (this.wanted.size > 0) this.request();
    else this.becameReady();
  }

  private drawn(measured: Measured): void {
    const { view, height } = measured;
    const at = this.indexes.get(view.element) ?? 0;
    this.paint(at);
    draw(measured, this.shown.look, this.shown.points);
    if (this.lit.size > 0) this.drawWithin(view.element);
    this.heights.set(view.element, height);
    this.sizes.observe(view.element);
  }

  /** The chunks near the view, each with its place, that have been drawn. */
  drawnChunks(): number[] {
    return [...this.painted.keys()].sort((one, other) => one - other);
  }

  /** Colours the words of a chunk anew. */
  paint(at: number): void {
    const view = this.shown.page.chunks[at];
    if (!view) return;
    const painted = this.painted.get(at) ?? [];
    this.shown.highlights.undo(painted);
    const { start, end } = view.chunk;
    const within = (stretch: { start: number; end: number }) => ({
      start: Math.max(stretch.start, start),
      end: Math.min(stretch.end, end),
    });
    const bright = [];
    for (const coding of this.shown.codings.over(start, end)) {
      const dimmed = this.shown.look.isDimmed(coding);
      if (!dimmed) bright.push(within(coding));
      const look = dimmed
        ? { layer: "dim" as const }
        : { colour: this.shown.look.ink(coding).colour };
      this.shown.highlights.paint(this.shown.page, within(coding), look, painted);
    }
    for (const both of overlaps(bright)) {
      this.shown.highlights.paint(this.shown.page, both, { layer: "overlap" }, painted);
    }
    for (const lead of this.shown.page.leads(view.chunk)) {
      this.shown.highlights.paint(this.shown.page, lead, { layer: "lead" }, painted);
    }
    for (const hit of this.shown.look.hitsOver(start, end, this.shown.points)) {
      this.shown.highlights.paint(this.shown.page, within(hit), { layer: "hit" }, painted);
    }
    this.painted.set(at, painted);
  }

  private becameReady(): void {
    if (this.isReady) return;
    this.isReady = true;
    setTimeout(() => {
      if (this.over) return;
      this.idle.start();
      this.shown.ready();
    });
  }

  /**
   * Writes what is not written yet, then lays the next chunks out for a moment, to know how high they
   * are; false at the end. None stays laid out: whatever the page changes would cost each of them.
   */
  private layNext(): boolean {
    const { page } = this.shown;
    if (page.writeUntil(performance.now() + WRITING)) return true;
    const next = page.chunks.slice(this.laid, this.laid + AT_IDLE);
    for (const { element } of next) element.style.contentVisibility = "visible";
    const heights = next.map(({ element }) => element.offsetHeight);
    next.forEach(({ element }, at) => {
      if (heights[at]) element.style.containIntrinsicBlockSize = `auto ${heights[at]}px`;
      if (!this.kept.has(this.laid + at)) element.style.contentVisibility = "";
    });
    this.laid += AT_IDLE;
    return this.laid < page.chunks.length;
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.idle.stop();
    this.shown.host.removeEventListener("scroll", this.idle.disturb);
    removeEventListener("beforeprint", this.printed);
    removeEventListener("afterprint", this.printed);
    this.nearby.disconnect();
    this.sizes.disconnect();
    for (const painted of this.painted.values()) this.shown.highlights.undo(painted);
    this.over = true;
  }
}
