import { describe, expect, it } from "vitest";
import { shadeOf, stampOf } from "./stamp";

describe("stampOf", () => {
  it("keeps every cell and name inside the picture, none over another", () => {
    for (const [rows, columns] of [
      [1, 1],
      [9, 9],
      [2, 9],
      [9, 1],
    ] as const) {
      const shades = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 3));
      const stamp = stampOf({ depths: shades.map((_, at) => at), shades });
      expect(stamp.cells).toHaveLength(rows * columns);
      for (const { x, y, width, height } of [...stamp.rows, ...stamp.cells]) {
        expect(width).toBeGreaterThan(0);
        expect(x + width).toBeLessThanOrEqual(96);
        expect(y + height).toBeLessThanOrEqual(72);
      }
      const places = new Set(stamp.cells.map(({ x, y }) => `${x} ${y}`));
      expect(places.size).toBe(rows * columns);
    }
  });

  it("has nothing to show of nothing", () => {
    expect(stampOf({ depths: [], shades: [] })).toEqual({ rows: [], cells: [] });
  });
});

describe("shadeOf", () => {
  it("is darker for more, and never quite nothing", () => {
    expect([0, 1, 5].map(shadeOf)).toEqual([0.08, expect.closeTo(0.254), expect.closeTo(0.95)]);
  });
});
