/** The inverse pair of a text: a span becomes an anchor, an anchor becomes a span again. */

import type { CodePoints } from "../../lib/codepoints";
import type { Span, TextAnchor } from "./api";

const CONTEXT = 32;

/** Describes a span by its place, its words and the words around it. */
export function describe(points: CodePoints, { start, end }: Span): TextAnchor {
  return {
    start,
    end,
    quote: points.slice(start, end),
    prefix: points.slice(Math.max(0, start - CONTEXT), start),
    suffix: points.slice(end, end + CONTEXT),
  };
}

/**
 * Finds a span again: at its place when its words are there, else where they are with most of the
 * words around them, and nearest to the old place. `null` when they are nowhere.
 */
export function resolve(points: CodePoints, anchor: TextAnchor): Span | null {
  const { start, end, quote } = anchor;
  const fits = start >= 0 && start <= end && end <= points.length;
  if (fits && points.slice(start, end) === quote) return { start, end };
  if (quote === "") return null;
  const wanted = points.toUnit(start);
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  const { text } = points;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const likeness = alike(text, at, anchor) - Math.abs(at - wanted) / (text.length + 1);
    if (likeness > most) {
      most = likeness;
      best = at;
    }
  }
  if (best < 0) return null;
  return { start: points.toPoint(best), end: points.toPoint(best + quote.length) };
}

/** How many units around an occurrence are as they were. */
function alike(text: string, at: number, { quote, prefix, suffix }: TextAnchor): number {
  let before = 0;
  while (before < prefix.length && text[at - 1 - before] === prefix.at(-1 - before)) before += 1;
  let after = 0;
  const end = at + quote.length;
  while (after < suffix.length && text[end + after] === suffix[after]) after += 1;
  return before + after;
}
