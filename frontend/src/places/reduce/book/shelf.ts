/** What of the codebook is open and asked, while the page is there. */

import { create } from "zustand";
import type { Code } from "../../../api/types";

export type BookDialog =
  | { readonly kind: "add"; readonly parent: Code | null }
  | {
      readonly kind: "move" | "remove" | "colour" | "sets" | "pattern";
      readonly codes: readonly Code[];
    }
  | { readonly kind: "merge"; readonly codes: readonly Code[]; readonly into: Code | null }
  | { readonly kind: "frames" }
  | { readonly kind: "import"; readonly file: File | null };

/** How an opened code is seen. */
export type CodeView = "passages" | "entry" | "split" | "queue";

interface Shelf {
  readonly dialog: BookDialog | null;
  readonly view: CodeView;
  /** The set whose codes alone are shown and not faded, by GUID. */
  readonly onlySet: string | null;
  /** What has just been done to the codebook, for screen readers. */
  readonly said: string;
}

export const useShelf = create<Shelf>()(() => ({
  dialog: null,
  view: "passages",
  onlySet: null,
  said: "",
}));

export const ask = (dialog: BookDialog | null): void => useShelf.setState({ dialog });
export const tell = (said: string): void => useShelf.setState({ said });
