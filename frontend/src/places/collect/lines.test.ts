import { describe, expect, test } from "vitest";
import { Lines } from "./lines";

const GROUPS = [
  { value: "a", count: 2 },
  { value: "b", count: 3 },
];

describe("lines in groups", () => {
  test("each group has a head before its rows", () => {
    const lines = new Lines(5, GROUPS, new Set());
    expect(lines.count).toBe(7);
    const shown = Array.from({ length: 7 }, (_, at) => lines.at(at));
    expect(shown.map((line) => line?.row ?? line?.group?.value)).toEqual(["a", 0, 1, "b", 2, 3, 4]);
    for (const row of [0, 1, 2, 3, 4]) expect(lines.at(lines.of(row))?.row).toBe(row);
  });
  test("the rows of a folded group have no lines", () => {
    const lines = new Lines(5, GROUPS, new Set(["a"]));
    expect(lines.count).toBe(5);
    expect(lines.at(1)).toEqual({ group: GROUPS[1] });
    expect(lines.at(2)).toEqual({ row: 2 });
    expect(lines.of(1)).toBe(0);
    expect(lines.of(4)).toBe(4);
  });
  test("without groups each row is a line", () => {
    const lines = new Lines(3, [], new Set());
    expect([lines.count, lines.at(2)?.row, lines.of(2)]).toEqual([3, 2, 2]);
    expect([lines.at(3), lines.of(3)]).toEqual([undefined, -1]);
  });
});
