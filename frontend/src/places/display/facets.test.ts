import { expect, it } from "vitest";
import { asksNow, ordersOf, placed, sortingOf, swapped } from "./facets";

const sides = {
  rows: [{ key: "r1", label: "One", depth: 0 }],
  columns: [
    { key: "c1", label: "A", depth: 0 },
    { key: "case.role=-x", label: "-x", depth: 0 },
  ],
};

it("moves facets before and after one another", () => {
  expect(placed(["a", "b", "c"], ["c"], "a", false)).toEqual(["c", "a", "b"]);
  expect(placed(["a", "b", "c"], ["a"], "b", true)).toEqual(["b", "a", "c"]);
  expect(placed(["a", "b"], ["a"], "a", true)).toEqual(["a", "b"]);
});

it("keeps an order as a setting and reads it again, whatever is in the key", () => {
  for (const axis of ["column", "row"] as const) {
    for (const descending of [true, false]) {
      for (const index of axis === "column" ? [-1, 0, 1] : [-1, 0]) {
        const kept = ordersOf({ axis, index, descending }, sides);
        const read = sortingOf(kept.row_order, kept.column_order, sides);
        expect(read).toEqual({ axis, index, descending });
      }
    }
  }
  expect(sortingOf("name", "-case.age", sides)).toBeNull();
  expect(sortingOf("=gone", "", sides)).toBeNull();
  expect(ordersOf(null, sides)).toEqual({ row_order: "", column_order: "" });
});

it("turns rows into columns with their orders and headings, and back", () => {
  const settings = { rows: ["code"], columns: ["case", "own"], row_order: "-total", top: 5 };
  expect(swapped(settings)).toMatchObject({
    rows: ["case", "own"],
    columns: ["code"],
    row_order: undefined,
    column_order: "-total",
    top: 5,
  });
  expect(swapped(swapped(settings))).toMatchObject(settings);
});

it("headings of one's own are asked for where they are chosen, or stand already", () => {
  const heads = { name: "row_headings", type: "lines" };
  expect(asksNow(heads, { rows: ["code"], row_headings: [] })).toBe(false);
  expect(asksNow(heads, { rows: ["case", "own"], row_headings: [] })).toBe(true);
  expect(asksNow(heads, { rows: ["code"], row_headings: ["Mine"] })).toBe(true);
  expect(asksNow({ name: "headings", type: "lines" }, {})).toBe(true);
  expect(asksNow({ name: "filter", type: "text" }, {})).toBe(false);
});
