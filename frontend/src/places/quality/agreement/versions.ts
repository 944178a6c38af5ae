/** What coders have at one place: those who have the same together, and its words cut at boundaries. */

import type { Disagreement } from "../../../api/agreement";

export type Had = Disagreement["had"][number];
export type Stretch = Had["stretches"][number];

/** What one or several coders have alike. */
export interface Version {
  /** Any one of them, by GUID: to keep theirs is to keep this. */
  readonly coder: string;
  readonly names: readonly string[];
  readonly stretches: Had["stretches"];
}

export interface Piece {
  /** Where it begins, in code points of the source. */
  readonly at: number;
  readonly text: string;
  readonly isCoded: boolean;
  /** Whether it lies at the place that is spoken of. */
  readonly isThere: boolean;
  /** Whether a stretch begins or ends with it. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** Those who have the same stand together; those who coded come before those who did not. */
export function versionsOf(had: readonly Had[]): Version[] {
  const found = new Map<string, { coder: string; names: string[]; stretches: Had["stretches"] }>();
  for (const { coder, name, stretches } of had) {
    const key = JSON.stringify(stretches);
    const there = found.get(key);
    if (there) there.names.push(name);
    else found.set(key, { coder, names: [name], stretches });
  }
  const isEmpty = ({ stretches }: Version) => (stretches.length === 0 ? 1 : 0);
  return [...found.values()].sort((one, other) => isEmpty(one) - isEmpty(other));
}

/** A text that begins at code point `from` of its source, cut where stretches and the place they are at
 * begin and end. */
export function piecesOf(
  text: string,
  from: number,
  place: Stretch,
  stretches: readonly Stretch[],
): Piece[] {
  const points = [...text];
  const inside = (at: number) => Math.min(Math.max(at - from, 0), points.length);
  const spans = stretches.map(({ start, end }) => [inside(start), inside(end)] as const);
  const [begin, over] = [inside(place.start), inside(place.end)];
  const cuts = [...new Set([0, points.length, begin, over, ...spans.flat()])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, number) => {
    const start = cuts[number] ?? 0;
    return {
      at: from + start,
      text: points.slice(start, end).join(""),
      isCoded: spans.some(([first, last]) => first <= start && last >= end),
      isThere: begin <= start && over >= end,
      begins: spans.some(([first, last]) => first === start && last > start),
      ends: spans.some(([first, last]) => last === end && first < end),
    };
  });
}
