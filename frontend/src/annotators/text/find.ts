/** Search within one text. */

import type { CodePoints } from "../../lib/codepoints";
import type { FindOptions, Span } from "./api";

const SPECIAL = /[.*+?^${}()|[\]\\/]/g;

/** Where a query occurs, in order, without overlaps. An empty or invalid query is nowhere. */
export function find(points: CodePoints, query: string, options: FindOptions = {}): Span[] {
  const { limit = 10_000, caseSensitive = false } = options;
  if (query === "") return [];
  if (caseSensitive && !options.regex) return literally(points, query, limit);
  const pattern = expression(options.regex ? query : query.replace(SPECIAL, "\\$&"), caseSensitive);
  if (!pattern) return [];
  const hits: Span[] = [];
  for (const match of points.text.matchAll(pattern)) {
    if (hits.length >= limit) break;
    if (match[0]) hits.push(span(points, match.index, match[0].length));
  }
  return hits;
}

function literally(points: CodePoints, query: string, limit: number): Span[] {
  const hits: Span[] = [];
  let at = points.text.indexOf(query);
  while (at >= 0 && hits.length < limit) {
    hits.push(span(points, at, query.length));
    at = points.text.indexOf(query, at + query.length);
  }
  return hits;
}

function expression(source: string, caseSensitive: boolean): RegExp | null {
  try {
    return new RegExp(source, caseSensitive ? "gu" : "giu");
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function span(points: CodePoints, at: number, length: number): Span {
  return { start: points.toPoint(at), end: points.toPoint(at + length) };
}
