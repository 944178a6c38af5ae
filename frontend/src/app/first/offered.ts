/** A study that was dropped on the first screen: it is opened where it lies, which a browser does not tell. */

import { create } from "zustand";

interface Offered {
  /** What its file is called; `null`: none was dropped. */
  readonly name: string | null;
}

export const useOffered = create<Offered>()(() => ({ name: null }));
