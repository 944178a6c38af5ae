/** What a person chose for the report of each study, kept in this browser. */

import { create } from "zustand";
import { persist } from "zustand/middleware";
import type { Part } from "../../api/report";
import type { Language } from "../../stores/ui";

export interface Choice {
  /** `null`: that of the workspace. */
  readonly language: Language | null;
  /** The parts left out. */
  readonly left: readonly Part[];
}

export const NO_CHOICE: Choice = { language: null, left: [] };

interface Choices {
  /** By study. */
  readonly of: Readonly<Record<string, Choice>>;
  choose(study: string, choice: Partial<Choice>): void;
}

export const useChoice = create<Choices>()(
  persist(
    (set) => ({
      of: {},
      choose: (study, choice) =>
        set(({ of }) => ({ of: { ...of, [study]: { ...(of[study] ?? NO_CHOICE), ...choice } } })),
    }),
    { name: "jejak-report", version: 1 },
  ),
);
