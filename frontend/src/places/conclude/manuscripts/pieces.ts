/** A paragraph of a manuscript in pieces: what is a passage, and what stands between. */

import { CodePoints } from "../../../lib/codepoints";

export interface Placed {
  readonly guid: string;
  readonly paragraph: number | null;
  readonly start: number | null;
  readonly end: number | null;
}

export interface Piece {
  readonly text: string;
  /** Where it begins, in code points. */
  readonly at: number;
  readonly passage: string | null;
}

/** The pieces of a paragraph; of passages that lie over one another the first is drawn. */
export function piecesOf(text: string, number: number, passages: readonly Placed[]): Piece[] {
  const points = new CodePoints(text);
  const slice = (start: number, end: number) =>
    text.slice(points.toUnit(start), points.toUnit(end));
  const found: Piece[] = [];
  let last = 0;
  for (const { guid, paragraph, start, end } of passages) {
    if (paragraph !== number || start === null || end === null || start < last) continue;
    if (start > last) found.push({ text: slice(last, start), at: last, passage: null });
    found.push({ text: slice(start, end), at: start, passage: guid });
    last = end;
  }
  if (last < points.length)
    found.push({ text: slice(last, points.length), at: last, passage: null });
  return found;
}

/** The passage after the one at hand (or before it), round to the first; `null` where there is none. */
export function step(guids: readonly string[], now: string | null, by: 1 | -1): string | null {
  if (guids.length === 0) return null;
  const at = now === null ? -1 : guids.indexOf(now);
  if (at < 0) return guids[by === 1 ? 0 : guids.length - 1] ?? null;
  return guids[(at + by + guids.length) % guids.length] ?? null;
}
