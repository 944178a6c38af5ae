/** Which block is corrected, what was typed so far, and what that would do. */

import { create } from "zustand";
import type { Span } from "../../annotators/text/api";
import type { Codings, SourceText } from "../../api/types";
import { pointsOf } from "../../lib/codepoints";
import { type Edit, editsBetween, moves } from "../../lib/edits";

/** A block by its number; one without a number by where it began when it was opened. */
export interface Draft {
  readonly source: string;
  readonly number: number | null;
  readonly start: number;
  /** The words it had when the writing began, or when they were last seen. */
  readonly base: string;
  readonly typed: string;
}

interface Correcting {
  readonly draft: Draft | null;
  /** Drafts that were left with the page, by source: their words are not lost. */
  readonly left: Readonly<Record<string, Draft>>;
}

export const useCorrecting = create<Correcting>()(() => ({ draft: null, left: {} }));

/** The block of a text around a stretch: its number, where there is one. */
export function numberOf({ blocks }: SourceText, { start, end }: Span): number | null {
  const at = blocks.start.findLastIndex(
    (from, place) => from <= start && (blocks.end[place] ?? 0) >= end,
  );
  return blocks.number[at] ?? null;
}

/** Where a draft's block stands in a text, and its words; `null` when it is gone. */
export function placeOf(text: SourceText, draft: Draft): (Span & { words: string }) | null {
  const at = draft.number === null ? -1 : text.blocks.number.indexOf(draft.number);
  const points = pointsOf(text.text);
  if (at < 0) return null;
  const [start, end] = [text.blocks.start[at] ?? 0, text.blocks.end[at] ?? 0];
  return { start, end, words: points.slice(start, end) };
}

export interface Effect {
  readonly edits: readonly Edit[];
  /** How many codings stand elsewhere then. */
  readonly moved: number;
  /** The codes of codings that would lose all their words. */
  readonly lost: readonly string[];
}

/** What writing `typed` in the place of `words` at `start` would do to the codings of the text. */
export function effectOf(words: string, typed: string, start: number, codings: Codings): Effect {
  const edits = editsBetween(words, typed, start);
  const to = moves(edits);
  const lost: string[] = [];
  let moved = 0;
  codings.start.forEach((from, at) => {
    const end = codings.end[at] ?? from;
    const [newFrom, newEnd] = to(from, end);
    if (newFrom === newEnd) lost.push(codings.code[at] ?? "");
    else if (newFrom !== from || newEnd !== end) moved += 1;
  });
  return { edits, moved, lost };
}
