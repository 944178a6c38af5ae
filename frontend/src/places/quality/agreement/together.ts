/** Disagreements of several codes at one place: which are settled with one decision, and by what. */

import type { Decision, Disagreement } from "../../../api/agreement";

const DECISIONS = ["both", "neither", "outer", "inner"] as const satisfies readonly Decision[];
/** What may be decided beside keeping one's version. */
export type Other = (typeof DECISIONS)[number];

/** Who has the same as whom, whatever that is. */
function groupsOf({ had }: Disagreement): string {
  const groups = new Map<string, string[]>();
  for (const { coder, stretches } of had) {
    const mine = JSON.stringify(stretches);
    groups.set(mine, [...(groups.get(mine) ?? []), coder]);
  }
  return JSON.stringify([...groups.values()].map((coders) => coders.sort().join()).sort());
}

/** The other disagreements over the very same words where whoever have the same under the one code have
 * the same under the other: only then it is clear whose version is kept. */
export function togetherWith(one: Disagreement, found: readonly Disagreement[]): Disagreement[] {
  return found.filter(
    (other) =>
      other.key !== one.key &&
      other.source === one.source &&
      other.start === one.start &&
      other.end === one.end &&
      groupsOf(other) === groupsOf(one),
  );
}

/** What all of them may be settled by and what keeping nobody's version comes to. */
export function othersOf(chosen: readonly Disagreement[]): Other[] {
  const coders = chosen[0]?.had.map(({ coder }) => coder) ?? [];
  const isKept = (left: (one: Disagreement) => Disagreement["had"][number]["stretches"]) =>
    coders.some((coder) =>
      chosen.every((one) => {
        const mine = one.had.find((had) => had.coder === coder)?.stretches ?? [];
        const wanted = new Set(left(one).map((stretch) => JSON.stringify(stretch)));
        return mine.length === wanted.size;
      }),
    );
  const isSame = {
    both: () => isKept(({ had }) => had.flatMap(({ stretches }) => stretches)),
    neither: () => isKept(() => []),
    outer: () => false,
    inner: () => false,
  };
  return DECISIONS.filter(
    (decision) => chosen.every(({ choices }) => choices.includes(decision)) && !isSame[decision](),
  );
}
