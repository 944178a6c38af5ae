import { expect, test } from "vitest";
import { asAsked, type Choice, countOf, holds, NOTHING, withSources } from "./choosing";

test("some are chosen one by one", () => {
  const two = withSources(NOTHING, ["a", "b"], true);
  expect(asAsked(two)).toEqual({ guids: ["a", "b"] });
  expect(asAsked(withSources(two, ["a"], false))).toEqual({ guids: ["b"] });
  expect([holds(two, "a"), holds(two, "c"), countOf(two, 100_000)]).toEqual([true, false, 2]);
});

test("all that match, but some, are told by the filter", () => {
  const all: Choice = { kind: "all", filter: { kind: ["posts"] }, but: new Set() };
  const most = withSources(all, ["a"], false);
  expect(asAsked(most)).toEqual({ all: { kind: ["posts"] }, but: ["a"] });
  expect([holds(most, "a"), holds(most, "b"), countOf(most, 100_000)]).toEqual([
    false,
    true,
    99_999,
  ]);
  expect(asAsked(withSources(most, ["a"], true))).toEqual({ all: { kind: ["posts"] }, but: [] });
});
