import { describe, expect, it } from "vitest";
import { measures, moved } from "./grid";

const extent = {
  rows: 5,
  columns: 3,
  totals: { row: true, column: false },
  page: 3,
  skipped: (row: number) => row === 0 || row === 3,
};
const go = (row: number, column: number, key: string, far = false) =>
  moved({ row, column }, key, far, extent);

describe("keys", () => {
  it("move by one and stop at the edges", () => {
    expect(go(1, 0, "ArrowRight")).toEqual({ row: 1, column: 1 });
    expect(go(1, 2, "ArrowRight")).toEqual({ row: 1, column: 2 });
    expect(go(1, -1, "ArrowLeft")).toEqual({ row: 1, column: -1 });
    expect(go(5, 1, "ArrowDown")).toEqual({ row: 5, column: 1 });
  });

  it("pass over the names of groups both ways", () => {
    expect(go(2, 1, "ArrowDown")).toEqual({ row: 4, column: 1 });
    expect(go(4, 1, "ArrowUp")).toEqual({ row: 2, column: 1 });
    expect(go(1, 1, "ArrowUp")).toEqual({ row: -1, column: 1 });
  });

  it("reach the ends of a row and of the grid", () => {
    expect(go(1, 1, "Home")).toEqual({ row: 1, column: -1 });
    expect(go(1, 1, "End", true)).toEqual({ row: 5, column: 2 });
    expect(go(4, 1, "Home", true)).toEqual({ row: -1, column: -1 });
    expect(go(-1, 1, "PageDown")).toEqual({ row: 2, column: 1 });
  });

  it("leave other keys alone", () => expect(go(1, 1, "x")).toBeNull());
});

describe("sizes", () => {
  const columns = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ label: `Kesepakatan lewat pesan ${at}` }));
  const rows = [{ label: "Akses", depth: 2 }];

  it("write headings across where there is room, else upwards", () => {
    const wide = measures({ rows, columns: columns(3), longestValue: 2, room: 1200 });
    const dense = measures({ rows, columns: columns(40), longestValue: 2, room: 1200 });
    expect(wide.upright).toBe(true);
    expect(dense.upright).toBe(false);
    expect(dense.column).toBe(44);
    expect(dense.head).toBeGreaterThan(wide.head);
  });

  it("never let the names take more than a part of the room", () => {
    const long = [{ label: "x".repeat(300), depth: 0 }];
    expect(
      measures({ rows: long, columns: columns(1), longestValue: 1, room: 500 }).heading,
    ).toBeLessThanOrEqual(200);
  });
});
