/** How a person looks at the table of sources; the browser remembers it. */

import { create } from "zustand";
import { persist } from "zustand/middleware";

interface SourceView {
  /** The columns that are shown, in their order; the name comes always, and first. */
  readonly columns: readonly string[];
  /** In pixels, where a person chose them. */
  readonly widths: Readonly<Record<string, number>>;
  /** Columns, the first one first; with `-` before it downwards. */
  readonly sort: readonly string[];
  readonly group: string | null;
  setColumns(columns: readonly string[]): void;
  setWidth(column: string, width: number): void;
  setSort(sort: readonly string[]): void;
  setGroup(group: string | null): void;
}

export const FIRST_COLUMNS = [
  "kind",
  "case",
  "language",
  "length",
  "codings",
  "coders",
  "status",
  "collected",
] as const;

export const useSourceView = create<SourceView>()(
  persist(
    (set) => ({
      columns: FIRST_COLUMNS,
      widths: {},
      sort: ["created"],
      group: null,
      setColumns: (columns) => set({ columns }),
      setWidth: (column, width) => set((view) => ({ widths: { ...view.widths, [column]: width } })),
      setSort: (sort) => set({ sort }),
      setGroup: (group) => set({ group }),
    }),
    { name: "jejak.sources", version: 1 },
  ),
);

/** Another column sorts upwards, the same once more turns it round; `more` keeps the others after. */
export function nextSort(now: readonly string[], by: string, more = false): string[] {
  const at = now.findIndex((level) => level === by || level === `-${by}`);
  const turned = now[at] === by ? `-${by}` : by;
  if (!more) return [at === 0 || now.length === 1 ? turned : by];
  if (at < 0) return [...now, by];
  return now.map((level, number) => (number === at ? turned : level));
}

/** A list with one thing of it a step earlier or later. */
export function moved<T>(all: readonly T[], one: T, step: number): T[] {
  const from = all.indexOf(one);
  const to = Math.min(all.length - 1, Math.max(0, from + step));
  if (from < 0 || from === to) return [...all];
  const others = all.filter((other) => other !== one);
  return [...others.slice(0, to), one, ...others.slice(to)];
}
