/** What is not the same in two matrices of one display: rows and columns are told by their keys. */
import type { Found, MatrixShape } from "./matrix";
import { lookup } from "./matrix";

/** How many rows and columns came or went, and how many cells that are in both say something else. */
export function difference(before: MatrixShape, after: MatrixShape) {
  const rows = pairs(before.rows, after.rows);
  const columns = pairs(before.columns, after.columns);
  const [then, now] = [lookup(before), lookup(after)];
  let cells = 0;
  for (const [row, otherRow] of rows.both) {
    for (const [column, otherColumn] of columns.both) {
      cells += same(then.at(row, column), now.at(otherRow, otherColumn)) ? 0 : 1;
    }
  }
  return { lines: rows.alone + columns.alone, cells };
}

const same = (one: Found, other: Found) =>
  one.state === other.state && (one.value ?? null) === (other.value ?? null);

function pairs(before: readonly { key: string }[], after: readonly { key: string }[]) {
  const at = new Map(after.map((one, index) => [one.key, index]));
  const both = before.flatMap(({ key }, index) => {
    const other = at.get(key);
    return other === undefined ? [] : [[index, other] as const];
  });
  return { both, alone: before.length + after.length - 2 * both.length };
}
