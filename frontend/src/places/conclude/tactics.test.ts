import { expect, it } from "vitest";
import { asks, grouped } from "./tactics";

const check = (tactic: string, outcome: string, stale = false) => ({ tactic, outcome, stale });

it("groups checks, those that fail first, and keeps what other packages add", () => {
  const groups = grouped([
    check("participants", "holds"),
    check("feedback", "weak"),
    check("coders", "fails"),
    check("of-mine", "weak"),
    check("source-kinds", "holds"),
  ]);
  expect(groups.map((one) => [one.group, one.checks.map(({ tactic }) => tactic)])).toEqual([
    ["evidence", ["coders", "participants", "source-kinds"]],
    ["people", ["feedback"]],
    ["more", ["of-mine"]],
  ]);
});

it("asks where a check fails, is weak or was judged on something else", () => {
  expect(asks(check("coders", "weak"))).toBe(true);
  expect(asks(check("coders", "holds"))).toBe(false);
  expect(asks(check("coders", "not applicable", true))).toBe(true);
  expect(asks({ ...check("coders", "fails"), judged: { verdict: "holds" } } as never)).toBe(false);
});
