/** What is looked for, the same in one text and in all of them. */

import { create } from "zustand";

export interface LookedFor {
  readonly text: string;
  /** Letters of the other case are others. */
  readonly cased: boolean;
  /** The text is a regular expression. */
  readonly regex: boolean;
  /** Not within longer words. */
  readonly whole: boolean;
}

export const useLookedFor = create<LookedFor>()(() => ({
  text: "",
  cased: false,
  regex: false,
  whole: false,
}));

export function lookFor(what: Partial<LookedFor>): void {
  useLookedFor.setState(what);
}
