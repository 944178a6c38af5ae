/** Moving the boundaries of a coding word by word. */

import type { Span } from "../../annotators/text/api";
import { pointsOf } from "../../lib/codepoints";

export type Edge = "start" | "end";

/** How far a word's boundary is looked for, in units of the text. */
const REACH = 300;

/** Where words begin (or end) in a piece of text. */
function boundaries(piece: string, edge: Edge, language?: string): number[] {
  const words = new Intl.Segmenter(language, { granularity: "word" }).segment(piece);
  return [...words].flatMap(({ index, segment, isWordLike }) => {
    if (!isWordLike) return [];
    return [edge === "start" ? index : index + segment.length];
  });
}

/** The stretch with one edge at the next or previous word; as it was where none is left. */
export function nudged(
  text: string,
  span: Span,
  edge: Edge,
  step: 1 | -1,
  language?: string,
): Span {
  const points = pointsOf(text);
  const at = points.toUnit(span[edge]);
  const from = points.toUnit(Math.max(0, span[edge] - REACH));
  const piece = text.slice(from, at + REACH);
  const places = boundaries(piece, edge, language).map((place) => from + place);
  const beyond =
    step > 0 ? places.find((place) => place > at) : places.findLast((place) => place < at);
  if (beyond === undefined) return span;
  const moved = { ...span, [edge]: points.toPoint(beyond) };
  return moved.start < moved.end ? moved : span;
}
