import { expect, test } from "vitest";
import type { Codings } from "../api/types";
import { changed, difference, NO_CODINGS, rowOf, withMore, without } from "./columns";

function columns(...rows: [coding: string, start: number, end: number, code: string][]): Codings {
  return {
    version: 7,
    coding: rows.map(([coding]) => coding),
    segment: rows.map(([coding]) => `s-${coding}`),
    start: rows.map(([, start]) => start),
    end: rows.map(([, , end]) => end),
    code: rows.map(([, , , code]) => code),
    coder: rows.map(() => "me"),
    weight: rows.map(() => null),
    created: rows.map(() => 1),
    origin: rows.map(() => "hand"),
    revision: rows.map(() => 7),
  };
}

test("taking away leaves the other rows whole", () => {
  const left = without(columns(["a", 0, 3, "A"], ["b", 4, 9, "B"]), ["a", "nobody"]);
  expect(left).toEqual(columns(["b", 4, 9, "B"]));
});

test("taking nothing away changes nothing, not even the object", () => {
  const before = columns(["a", 0, 3, "A"]);
  expect(without(before, ["nobody"])).toBe(before);
});

test("a coding that is added again replaces the one before", () => {
  const joined = withMore(columns(["a", 0, 3, "A"], ["b", 4, 9, "B"]), columns(["a", 1, 2, "C"]));
  expect(joined).toEqual(columns(["b", 4, 9, "B"], ["a", 1, 2, "C"]));
});

test("the difference of two states turns the one into the other", () => {
  const before = columns(["a", 0, 3, "A"], ["b", 4, 9, "B"], ["c", 1, 2, "C"]);
  const after = columns(["c", 1, 5, "C"], ["d", 7, 8, "A"], ["a", 0, 3, "A"]);
  const { added, removed } = difference(before, after);
  expect(added).toEqual(columns(["c", 1, 5, "C"], ["d", 7, 8, "A"]));
  expect(removed).toEqual(["b"]);
  const turned = withMore(without(before, removed), added);
  expect(new Set(turned.coding)).toEqual(new Set(after.coding));
});

test("everything is new at first", () => {
  const after = columns(["a", 0, 3, "A"]);
  expect(difference(NO_CODINGS, after)).toEqual({ added: after, removed: [] });
});

test("a row by its coding", () => {
  const row = rowOf(columns(["a", 0, 3, "A"], ["b", 4, 9, "B"]), "b");
  expect(row).toMatchObject({ coding: "b", segment: "s-b", start: 4, end: 9, code: "B" });
  expect(rowOf(NO_CODINGS, "b")).toBeNull();
});

test("one coding is changed, all others are left alone", () => {
  const before = columns(["a", 0, 3, "A"], ["b", 4, 9, "B"]);
  expect(changed(before, "b", { code: "A", weight: 30 })).toEqual({
    ...columns(["a", 0, 3, "A"], ["b", 4, 9, "A"]),
    weight: [null, 30],
  });
  expect(changed(before, "nobody", { start: 1 })).toBe(before);
});
