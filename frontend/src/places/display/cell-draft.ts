/** The cell that is being written in: its words so far, and quotations that can be put into them. */

import { create } from "zustand";
import type { Segment } from "../../shapes/Quote";

interface CellDraft {
  /** Keys of the row and the column; `null` while nothing is written. */
  readonly cell: readonly [string, string] | null;
  /** Words that were refused, to be written on. */
  readonly kept: string | null;
  /** The segments beside the cell, in the order they are read. */
  readonly segments: readonly Segment[];
}

export const useCellDraft = create<CellDraft>()(() => ({ cell: null, kept: null, segments: [] }));

export const beginCell = (cell: readonly [string, string], kept: string | null = null) =>
  useCellDraft.setState({ cell, kept });

export const endCell = () => useCellDraft.setState({ cell: null, kept: null });

/** A segment as it is quoted in running text. */
export const quoted = ({ text, source_name }: Pick<Segment, "text" | "source_name">) =>
  `“${text.replace(/\s+/g, " ").trim()}” (${source_name})`;

/** A quotation put where the caret is, a space away from words beside it; and the caret after it. */
export function inserted(text: string, start: number, end: number, quote: string) {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const lead = before === "" || /\s$/.test(before) ? "" : " ";
  const tail = after === "" || /^[\s.,;:!?)]/.test(after) ? "" : " ";
  const head = `${before}${lead}${quote}`;
  return { text: `${head}${tail}${after}`, caret: head.length };
}
