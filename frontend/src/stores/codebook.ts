/** What a browser remembers of the codebook: what is folded, how it is sorted, what is shown. */

import { create } from "zustand";
import { persist } from "zustand/middleware";
import type { Sorting } from "../lib/code-order";

export interface CodebookView {
  /** Codes whose codes below are not shown, by GUID. */
  readonly folded: readonly string[];
  readonly sorting: Sorting;
  readonly showsSets: boolean;
}

const MOST = 5_000;

export const useCodebookView = create<CodebookView>()(
  persist((): CodebookView => ({ folded: [], sorting: "order", showsSets: false }), {
    name: "jejak-codebook",
    version: 1,
  }),
);

/** Folds some codes and unfolds all others of those that are known. */
export function setFolded(known: readonly string[], folded: ReadonlySet<string>): void {
  const asked = new Set(known);
  useCodebookView.setState(({ folded: before }) => ({
    folded: [
      ...before.filter((guid) => !asked.has(guid)),
      ...known.filter((guid) => folded.has(guid)),
    ].slice(-MOST),
  }));
}

/** Shows what is below a code. */
export function unfold(code: string): void {
  setFolded([code], new Set());
}
