import { expect, it } from "vitest";
import { difference } from "./difference";
import type { MatrixShape } from "./matrix";

const shape = (rows: string[], columns: string[], values: number[][]): MatrixShape => ({
  rows: rows.map((key) => ({ key, label: key, depth: 0 })),
  columns: columns.map((key) => ({ key, label: key, depth: 0 })),
  cells: values.flatMap((line, row) =>
    line.map((value, column) => ({ row, column, value, state: "value", query: "" })),
  ),
  blank: { value: 0, state: "value" },
  row_totals: [],
  column_totals: [],
});

it("finds what came, what went and what says something else, wherever it stands", () => {
  const before = shape(
    ["a", "b"],
    ["x", "y"],
    [
      [1, 2],
      [3, 4],
    ],
  );
  expect(difference(before, before)).toEqual({ lines: 0, cells: 0 });
  const after = shape(
    ["b", "c"],
    ["y", "x"],
    [
      [4, 9],
      [0, 0],
    ],
  );
  expect(difference(before, after)).toEqual({ lines: 2, cells: 1 });
});
