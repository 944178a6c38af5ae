/**
 * What a screen reader hears while it reads on: where codings begin and end, said by empty marks
 * within the words whose generated text is neither selected, copied, found nor counted. Only chunks
 * near the view have them, set in quiet time and never while something is selected.
 */

import type { Coding } from "./codings";
import type { Cut } from "./page";
import type { Scene } from "./scene";

const QUIET = 250;

/** Where codings of a stretch begin and end: codes by unit, ends before beginnings. Pure. */
export function bounds(
  codings: readonly Pick<Coding, "start" | "end">[],
  start: number,
  end: number,
): Map<number, { begins: number[]; ends: number[] }> {
  const found = new Map<number, { begins: number[]; ends: number[] }>();
  const at = (unit: number) => {
    const there = found.get(unit) ?? { begins: [], ends: [] };
    found.set(unit, there);
    return there;
  };
  codings.forEach((coding, index) => {
    if (coding.start >= start && coding.start < end) at(coding.start).begins.push(index);
    if (coding.end > start && coding.end <= end) at(coding.end).ends.push(index);
  });
  return new Map([...found].sort(([one], [other]) => one - other));
}

export class Spoken {
  /** What each parted piece says, and in which chunk it is. */
  private readonly said = new Map<number, { chunk: number; says: string }>();
  private timer = 0;
  private isDown = false;
  private readonly listening = new AbortController();

  constructor(private readonly scene: Scene) {
    const { signal } = this.listening;
    const down = () => {
      this.isDown = true;
    };
    const up = () => {
      this.isDown = false;
      this.request();
    };
    scene.host.addEventListener("pointerdown", down, { signal, capture: true });
    addEventListener("pointerup", up, { signal, capture: true });
    addEventListener("pointercancel", up, { signal, capture: true });
    scene.host.addEventListener("scroll", this.request, { signal, passive: true });
    document.addEventListener("selectionchange", this.request, { signal });
  }

  /** Another text: what was said of the one before is gone with it. */
  reset(): void {
    this.said.clear();
    this.request();
  }

  readonly request = (): void => {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.run(), QUIET);
  };

  private get isBusy(): boolean {
    const selection = document.getSelection();
    return this.isDown || (selection !== null && !selection.isCollapsed);
  }

  /** One chunk at a time, until all near the view say what they should. */
  private run(): void {
    const { look } = this.scene;
    if (this.isBusy || !look.words.begins || !look.words.ends) return;
    const near = new Set(this.scene.view.drawnChunks());
    for (const [piece, { chunk }] of [...this.said])
      if (!near.has(chunk)) this.say(piece, chunk, []);
    for (const at of near) {
      if (!this.chunk(at)) continue;
      this.scene.view.paint(at);
      this.scene.remark();
      this.timer = window.setTimeout(() => this.run(), 16);
      return;
    }
  }

  /** Gives a chunk its marks; false when it has them. */
  private chunk(at: number): boolean {
    const { page, codings, look } = this.scene;
    const view = page.chunks[at];
    if (!view) return false;
    const { first, last, start, end } = view.chunk;
    const bright = codings.over(start - 1, end + 1).filter((coding) => !look.isDimmed(coding));
    let changed = false;
    for (let piece = first; piece < last; piece += 1) {
      const shown = page.pieces[piece];
      if (shown)
        changed = this.say(piece, at, this.cuts(bright, shown.start, shown.end)) || changed;
    }
    return changed;
  }

  private cuts(codings: readonly Coding[], start: number, end: number) {
    const { look } = this.scene;
    const names = (places: readonly number[]) =>
      places.flatMap((place) => {
        const coding = codings[place];
        return coding ? [look.label(coding)] : [];
      });
    return [...bounds(codings, start, end)].map(([unit, { begins, ends }]) => {
      const said = [
        ...(ends.length > 0 ? [look.words.ends?.(names(ends)) ?? ""] : []),
        ...(begins.length > 0 ? [look.words.begins?.(names(begins)) ?? ""] : []),
      ];
      return { unit, says: said.join(" ") };
    });
  }

  private say(piece: number, chunk: number, cuts: readonly { unit: number; says: string }[]) {
    const says = cuts.map((cut) => `${cut.unit} ${cut.says}`).join("\n");
    if ((this.said.get(piece)?.says ?? "") === says) return false;
    this.scene.page.part(piece, cuts.map(markOf));
    if (says === "") this.said.delete(piece);
    else this.said.set(piece, { chunk, says });
    return true;
  }

  destroy(): void {
    clearTimeout(this.timer);
    this.listening.abort();
  }
}

function markOf({ unit, says }: { unit: number; says: string }): Cut {
  const mark = document.createElement("span");
  mark.className = "jr-says";
  mark.dataset.says = ` ${says} `;
  return { unit, mark };
}
