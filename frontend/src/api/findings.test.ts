import { expect, it } from "vitest";
import { type Finding, inOrder, placed } from "./findings";

const finding = (guid: string, status: string, position: number | null = null) =>
  ({ guid, status, position }) as Finding;
const ids = (findings: readonly Finding[], status: string) =>
  inOrder(findings.filter((one) => one.status === status)).map((one) => one.guid);

it("a finding is placed before another, or at the end of a status", () => {
  const [a, b, c] = [finding("a", "hunch"), finding("b", "hunch"), finding("c", "supported")];
  const first = placed([a, b, c], { of: b, status: "hunch", before: "a" });
  expect(ids(first, "hunch")).toEqual(["b", "a"]);
  const moved = placed(first, { of: b, status: "supported", before: null });
  expect(ids(moved, "supported")).toEqual(["c", "b"]);
  expect(ids(moved, "hunch")).toEqual(["a"]);
});

it("findings nobody placed stand after those that were, as they come", () => {
  const all = [finding("a", "hunch"), finding("b", "hunch", 1), finding("c", "hunch")];
  expect(inOrder(all).map((one) => one.guid)).toEqual(["b", "a", "c"]);
});
