/** Which memos are listed, and how they are grouped; kept while the window is open. */

import { create } from "zustand";
import type { MemoKind, MemoQuery } from "../../api/memos";
import type { Memo } from "../../api/types";

export type Grouping = "changed" | "created" | "kind" | "about" | "author";
export const GROUPINGS: readonly Grouping[] = ["changed", "created", "kind", "about", "author"];
export const ABOUT_KINDS = [
  "nothing",
  "source",
  "segment",
  "coding",
  "code",
  "case",
  "finding",
  "display",
] as const;
export type AboutKind = (typeof ABOUT_KINDS)[number];

export interface Filters {
  readonly text: string;
  readonly kind: MemoKind | null;
  readonly author: string | null;
  readonly aboutKind: AboutKind | null;
  /** Days as date fields give them: 2026-11-24; both are within. */
  readonly since: string;
  readonly until: string;
  readonly grouping: Grouping;
}

export const NO_FILTERS: Filters = {
  text: "",
  kind: null,
  author: null,
  aboutKind: null,
  since: "",
  until: "",
  grouping: "changed",
};

export const useFilters = create<Filters>()(() => NO_FILTERS);

/** Whether anything is filtered out. */
export function isFiltering(filters: Filters): boolean {
  const { text, kind, author, aboutKind, since, until } = filters;
  return [text.trim(), kind, author, aboutKind, since, until].some(Boolean);
}

const SORTS: Readonly<Record<Grouping, string>> = {
  changed: "-changed",
  created: "-created",
  kind: "kind",
  about: "-changed",
  author: "author",
};

function midnight(day: string, later = 0): string | null {
  const [year, month, date] = day.split("-").map(Number);
  if (!year || !month || !date) return null;
  return new Date(year, month - 1, date + later).toISOString();
}

/** The filters as the server takes them. */
export function queryOf(filters: Filters): MemoQuery {
  const { text, kind, author, aboutKind, grouping } = filters;
  const since = midnight(filters.since);
  const until = midnight(filters.until, 1);
  return {
    sort: SORTS[grouping],
    ...(text.trim() && { text: text.trim() }),
    ...(kind && { kind }),
    ...(author && { author }),
    ...(aboutKind && { about_kind: aboutKind }),
    ...(since && { since }),
    ...(until && { until }),
  };
}

export interface Group {
  readonly name: string;
  readonly memos: readonly Memo[];
}

/** The memos under their headings, in the order the headings first come. */
export function grouped(memos: readonly Memo[], nameOf: (memo: Memo) => string): Group[] {
  const groups = new Map<string, Memo[]>();
  for (const memo of memos) {
    const name = nameOf(memo);
    const group = groups.get(name);
    if (group) group.push(memo);
    else groups.set(name, [memo]);
  }
  return [...groups].map(([name, those]) => ({ name, memos: those }));
}

const LETTERS = 140;

/** The first words of a memo, without the marks of Markdown. */
export function excerptOf(body: string): string {
  const plain = body
    .slice(0, LETTERS * 4)
    .replace(/^#{1,6}\s.*$/gm, "")
    .replace(/!?\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(?:(?:#{1,6}|>|[-*+]|\d+[.)])\s+)+(?:\[[ xX]\]\s+)?/gm, "")
    .replace(/[*_`|]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const letters = [...plain];
  return letters.length <= LETTERS ? plain : `${letters.slice(0, LETTERS - 1).join("")}…`;
}
