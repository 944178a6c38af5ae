/** A passage as it is cited: its words, its source, its blocks. */

import type { Span } from "../../annotators/text/api";
import type { SourceText } from "../../api/types";
import { pointsOf } from "../../lib/codepoints";

/** The numbers of the first and the last block that a passage touches; `null` without numbers. */
export function blocksOf({ blocks }: SourceText, span: Span): [first: number, last: number] | null {
  const touched = blocks.number.filter((_, at) => {
    const [start, end] = [blocks.start[at] ?? 0, blocks.end[at] ?? 0];
    return blocks.kind[at] !== "page" && start < span.end && end > span.start;
  });
  const [first, last] = [touched[0], touched.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}

/** `“words” (S-01, ¶ 12–13)`. */
export function citationOf(text: SourceText, span: Span, name: string): string {
  const words = pointsOf(text.text).slice(span.start, span.end).trim();
  const blocks = blocksOf(text, span);
  const place = blocks && (blocks[0] === blocks[1] ? `${blocks[0]}` : `${blocks[0]}–${blocks[1]}`);
  return `“${words}” (${name}${place ? `, ¶ ${place}` : ""})`;
}

/** Where the block of a number is. */
export function blockNumbered({ blocks }: SourceText, number: number): Span | null {
  const at = blocks.number.findIndex((one, row) => one === number && blocks.kind[row] !== "page");
  const [start, end] = [blocks.start[at], blocks.end[at]];
  return start === undefined || end === undefined ? null : { start, end };
}
