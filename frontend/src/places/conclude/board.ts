import { STANCES, type Stance } from "./stances";

export { STANCES, type Stance };

/** How firm a finding is, from a first guess to tested, bounded or given up. */
export const STATUSES = [
  "hunch",
  "proposition",
  "supported",
  "verified",
  "qualified",
  "rejected",
] as const;
export type Status = (typeof STATUSES)[number];

export const KINDS = [
  "description",
  "pattern",
  "relation",
  "cause",
  "typology",
  "exception",
] as const;

export const CONFIDENCES = ["high", "moderate", "low", "very low"] as const;

export const OUTCOMES = ["holds", "weak", "fails", "not applicable"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Findings under their status; a status nobody knows yet stands with the first. */
export function columnsOf<T extends { status: string }>(findings: readonly T[]) {
  const known = new Set<string>(STATUSES);
  return STATUSES.map((status, at) => ({
    status,
    findings: findings.filter((finding) =>
      known.has(finding.status) ? finding.status === status : at === 0,
    ),
  }));
}

/** How the evidence is divided, as parts of a hundred that together make a hundred. */
export function balance(counts: Partial<Record<string, number>>) {
  const numbers = STANCES.map((stance) => Math.max(0, counts[stance] ?? 0));
  const total = numbers.reduce((sum, one) => sum + one, 0);
  return STANCES.map((stance, at) => ({
    stance,
    count: numbers[at] ?? 0,
    share: total === 0 ? 0 : ((numbers[at] ?? 0) / total) * 100,
  }));
}

export interface Verdict {
  outcome: string;
  judged?: { verdict: string } | null;
}

/** What counts for a check: the analyst's judgement where there is one, else what was computed. */
export const standing = (check: Verdict): Outcome => {
  const value = check.judged?.verdict ?? check.outcome;
  return OUTCOMES.find((outcome) => outcome === value) ?? "not applicable";
};

/** How many checks stand at each outcome, worst first, only those that occur. */
export function tally(checks: readonly Verdict[]) {
  const order: readonly Outcome[] = ["fails", "weak", "holds", "not applicable"];
  return order
    .map((outcome) => ({
      outcome,
      count: checks.filter((check) => standing(check) === outcome).length,
    }))
    .filter(({ count }) => count > 0);
}

/** Cases the finding speaks of that none of its evidence comes from. */
export function silentCases<T extends { name: string }>(
  scope: readonly T[],
  evidence: readonly { segment?: { case_name?: string | null } | null }[],
): ReadonlySet<string> {
  const heard = new Set(evidence.map((one) => one.segment?.case_name).filter(Boolean));
  return new Set(scope.map((one) => one.name).filter((name) => !heard.has(name)));
}
