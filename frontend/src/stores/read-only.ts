/** Why nothing can be written now, where nothing can: the one place that knows. */

import { create } from "zustand";

interface ReadOnly {
  /** In words: an earlier moment is looked at, or the study was opened to be read; else `null`. */
  readonly why: string | null;
}

export const useReadOnlyStore = create<ReadOnly>()(() => ({ why: null }));

/** Why nothing can be written now; `null` where it can. */
export function useReadOnly(): string | null {
  return useReadOnlyStore(({ why }) => why);
}
