/** What a person chose for the report of each study, kept in this browser. */

import { create } from "zustand";
import { persist } from "zustand/middleware";
import type { CitationStyle } from "../../api/report";
import type { Language } from "../../stores/ui";
import { type Arrangement, AS_IT_IS } from "./arrange";

/** The template that has every part. */
export const WHOLE = "study";

export interface Choice {
  /** `null`: that of the workspace. */
  readonly language: Language | null;
  /** How literature is cited; `null`: as the language does. */
  readonly style: CitationStyle | null;
  readonly template: string;
  /** What was changed of each template. */
  readonly arranged: Readonly<Record<string, Arrangement>>;
}

export const NO_CHOICE: Choice = { language: null, style: null, template: WHOLE, arranged: {} };

interface Choices {
  /** By study. */
  readonly of: Readonly<Record<string, Choice>>;
  choose(study: string, choice: Partial<Choice>): void;
}

/** A choice of the days before templates. */
interface Earlier {
  language: Language | null;
  left?: readonly string[];
  style: CitationStyle | null;
}

/** Choices as they were kept before there were templates, as they are now. */
export function fromEarlier(kept: { of: Record<string, Earlier> }): Pick<Choices, "of"> {
  const of = Object.entries(kept.of).map(([study, { left = [], language, style }]) => {
    const arranged = { [WHOLE]: { ...AS_IT_IS, left } };
    return [study, { ...NO_CHOICE, language, style, arranged }] as const;
  });
  return { of: Object.fromEntries(of) };
}

export const useChoice = create<Choices>()(
  persist(
    (set) => ({
      of: {},
      choose: (study, choice) =>
        set(({ of }) => ({ of: { ...of, [study]: { ...(of[study] ?? NO_CHOICE), ...choice } } })),
    }),
    {
      name: "jejak-report",
      version: 2,
      migrate: (kept) => fromEarlier(kept as { of: Record<string, Earlier> }) as Choices,
    },
  ),
);
