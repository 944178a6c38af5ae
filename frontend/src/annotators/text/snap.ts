/** Where an edge of a coding may stand: at words, or at letters as people see them. Pure. */

export type Edge = "start" | "end";

/** How far around a place words are looked for, in units. */
const REACH = 240;

/** A piece of the text around a place, that begins and ends between whole letters if it can. */
function around(text: string, unit: number): { piece: string; from: number } {
  const from = Math.max(0, unit - REACH);
  return { piece: text.slice(from, unit + REACH), from };
}

/** Where words begin (or end) near a place, in units, in order. */
export function wordEdges(text: string, unit: number, edge: Edge, language?: string): number[] {
  const { piece, from } = around(text, unit);
  const words = new Intl.Segmenter(language, { granularity: "word" }).segment(piece);
  return [...words].flatMap(({ index, segment, isWordLike }) =>
    isWordLike ? [from + (edge === "start" ? index : index + segment.length)] : [],
  );
}

function nearest(places: readonly number[], unit: number): number | null {
  let best: number | null = null;
  for (const place of places) {
    if (best === null || Math.abs(place - unit) < Math.abs(best - unit)) best = place;
  }
  return best;
}

/** The boundary between letters at or before a place: never within a pair or a joined emoji. */
export function letterEdge(text: string, unit: number): number {
  if (unit <= 0) return 0;
  if (unit >= text.length) return text.length;
  const { piece, from } = around(text, unit);
  const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(piece);
  return from + (letters.containing(unit - from)?.index ?? unit - from);
}

export interface Snapping {
  readonly edge: Edge;
  /** Where the other edge stands. */
  readonly other: number;
  /** To letters instead of words. */
  readonly exact: boolean;
  readonly language?: string | undefined;
}

/** Where an edge comes to when it is dragged to a place; `null` when it may not stand near it. */
export function snapped(
  text: string,
  unit: number,
  { edge, other, exact, language }: Snapping,
): number | null {
  const keeps = (place: number) => (edge === "start" ? place < other : place > other);
  const letter = letterEdge(text, unit);
  if (exact) return keeps(letter) ? letter : null;
  const place = nearest(wordEdges(text, unit, edge, language).filter(keeps), unit);
  return place ?? (keeps(letter) ? letter : null);
}

/** The next place for an edge, a word on or back; `null` when there is none. */
export function nextEdge(
  text: string,
  unit: number,
  step: 1 | -1,
  { edge, other, exact, language }: Snapping,
): number | null {
  const { piece, from } = around(text, unit);
  const letters = () =>
    [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(piece)].map(
      ({ index }) => from + index,
    );
  const places = exact
    ? [...letters(), from + piece.length]
    : wordEdges(text, unit, edge, language);
  const found =
    step > 0 ? places.find((place) => place > unit) : places.findLast((place) => place < unit);
  if (found === undefined) return null;
  return (edge === "start" ? found < other : found > other) ? found : null;
}
