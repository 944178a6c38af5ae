/** How the checks of a finding are shown: in groups, what fails first. */

import { type Outcome, standing, type Verdict } from "./board";

/** The groups, and the tactics of each in their order. */
const GROUPS = {
  evidence: [
    "participants",
    "source-kinds",
    "coders",
    "representativeness",
    "triangulation",
    "weight-of-evidence",
    "quantities",
  ],
  unusual: ["negative-evidence", "outliers", "extreme-cases", "surprises"],
  tests: ["if-then", "spurious-relations", "replication", "rivals"],
  people: ["feedback", "researcher-effects"],
} as const;

export type Group = keyof typeof GROUPS | "more";

const RANK: Readonly<Record<Outcome, number>> = {
  fails: 0,
  weak: 1,
  holds: 2,
  "not applicable": 3,
};

/** Checks by group, those that fail first; what other packages add comes last. */
export function grouped<T extends Verdict & { tactic: string }>(checks: readonly T[]) {
  const known = new Set<string>(Object.values(GROUPS).flat());
  const groups: { group: Group; checks: T[] }[] = Object.entries(GROUPS).map(
    ([group, tactics]) => ({
      group: group as Group,
      checks: tactics.flatMap((tactic) => checks.filter((check) => check.tactic === tactic)),
    }),
  );
  groups.push({ group: "more", checks: checks.filter((check) => !known.has(check.tactic)) });
  return groups
    .filter((one) => one.checks.length > 0)
    .map((one) => ({
      ...one,
      // Sorting is stable: those that stand alike stay in their order.
      checks: one.checks.toSorted((a, b) => RANK[standing(a)] - RANK[standing(b)]),
    }));
}

/** Whether a check asks for something: it fails, is weak, or what was judged is out of date. */
export function asks(check: Verdict & { stale: boolean }): boolean {
  const outcome = standing(check);
  return outcome === "fails" || outcome === "weak" || check.stale;
}
