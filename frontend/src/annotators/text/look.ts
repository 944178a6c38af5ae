/** How codings look: which ink each has, which are faded, what their stripes are called. */

import type { CodePoints } from "../../lib/codepoints";
import type { CodingView, Ink, ReaderWords, Span } from "./api";
import type { Coding } from "./codings";

const UNKNOWN: Ink = { name: "", colour: "#8a8a8a" };
const QUOTE = 60;

export class Look {
  codes: ReadonlyMap<string, Ink> = new Map();
  coders: ReadonlyMap<string, Ink> = new Map();
  colouring: "code" | "coder" = "code";
  dimmed: ((coding: CodingView) => boolean) | null = null;
  hits: readonly Span[] = [];

  words: ReaderWords;

  constructor(words: ReaderWords) {
    this.words = words;
  }

  ink({ view }: Coding): Ink {
    const ink = this.colouring === "code" ? this.codes.get(view.code) : this.coders.get(view.coder);
    return ink ?? UNKNOWN;
  }

  isDimmed({ view }: Coding): boolean {
    return this.dimmed?.(view) ?? false;
  }

  /** The hits that touch a stretch of units. */
  hitsOver(start: number, end: number, points: CodePoints): { start: number; end: number }[] {
    const found: { start: number; end: number }[] = [];
    for (const hit of this.hits) {
      const from = points.toUnit(hit.start);
      if (from >= end) break;
      const to = points.toUnit(hit.end);
      if (to > start) found.push({ start: from, end: to });
    }
    return found;
  }

  /** The short name beside a stripe: always its code, whatever colours it. */
  label({ view }: Coding): string {
    return this.codes.get(view.code)?.name ?? "";
  }

  /** The whole name of a stripe, for tooltips and screen readers. */
  nameOf(coding: Coding, points: CodePoints): string {
    const { view } = coding;
    const coder = this.coders.get(view.coder)?.name ?? "";
    const quote = points.slice(view.start, Math.min(view.end, view.start + QUOTE));
    return this.words.stripe(view, this.label(coding), coder, quote);
  }
}
