/** How the coverage board names its columns, and which cells of it are holes. */

import type { Board, BoardCell } from "../../api/coverage";
import { readDate } from "../../lib/dates";
import { useKinds, useLanguages } from "./words";

/** The name of a column in the language of the page. */
export function useColumnNames(by: string): (column: string) => string {
  const kinds: Readonly<Record<string, string>> = useKinds();
  const languages = useLanguages();
  return (column) => {
    if (by === "kind") return kinds[column] ?? column;
    if (by === "language") return languages(column);
    return by === "month" ? readDate(column) : column;
  };
}

/** The cells of a board by their places. */
export function cellsByPlace(board: Board): Map<string, BoardCell> {
  return new Map(board.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
}

/** The rows that have a hole nobody said to be unwanted. */
export function holesOf(board: Board): Set<number> {
  const cells = cellsByPlace(board);
  const found = new Set<number>();
  board.rows.forEach((_, row) => {
    const isHoled = board.columns.some((_column, column) => {
      const cell = cells.get(`${row} ${column}`);
      return !cell || (cell.sources.length === 0 && cell.mark?.state !== "not wanted");
    });
    if (isHoled) found.add(row);
  });
  return found;
}
