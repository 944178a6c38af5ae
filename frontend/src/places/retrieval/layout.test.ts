import { expect, it } from "vitest";
import { readAddress, retrievalAddress } from "./address";
import { layout } from "./layout";

const groups = [3, 1, 2].map((count, at) => ({ guid: String(at), name: `g${at}`, count }));

it("has a line for each heading and each segment that is not folded away", () => {
  const all = layout(groups, new Set());
  expect(all.count).toBe(9);
  expect(Array.from({ length: 9 }, (_, at) => all.at(at))).toEqual([
    { kind: "heading", group: 0 },
    { kind: "segment", group: 0, place: 0 },
    { kind: "segment", group: 0, place: 1 },
    { kind: "segment", group: 0, place: 2 },
    { kind: "heading", group: 1 },
    { kind: "segment", group: 1, place: 3 },
    { kind: "heading", group: 2 },
    { kind: "segment", group: 2, place: 4 },
    { kind: "segment", group: 2, place: 5 },
  ]);
  const some = layout(groups, new Set([0, 1]));
  expect(some.count).toBe(5);
  expect(some.at(1)).toEqual({ kind: "heading", group: 1 });
  expect(some.at(3)).toEqual({ kind: "segment", group: 2, place: 4 });
  expect(some.heading(2)).toBe(2);
  expect(layout([], new Set()).count).toBe(0);
});

it("is found again by its address", () => {
  const asked = { query: 'code:"a b" & x', by: "code" } as const;
  const address = retrievalAddress(asked);
  expect(readAddress(address.split("?")[1] ?? "")).toEqual(asked);
  expect(retrievalAddress({ query: "", by: "source" })).toBe("/retrieval");
  expect(readAddress("by=nothing")).toEqual({ query: "", by: "source" });
});
