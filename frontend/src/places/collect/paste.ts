/** Cells of a spreadsheet on their way into the table of cases. */

/** Rows of cells as a spreadsheet puts them on the clipboard; quoted cells may hold line breaks. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"|[^\t\r\n]*)(\t|\r?\n|$)/gu;
  for (const [, raw = "", end] of text.replace(/\r?\n$/u, "").matchAll(cell)) {
    const quoted = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
    rows.at(-1)?.push((quoted ? raw.slice(1, -1).replaceAll('""', '"') : raw).trim());
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}

/** What a paste at a cell says: values by row and column, as far as the table goes. */
export function pasted(
  text: string,
  at: { row: number; column: number },
  rows: readonly string[],
  columns: readonly string[],
): Map<string, Record<string, string | null>> {
  const changes = new Map<string, Record<string, string | null>>();
  cellsOf(text).forEach((cells, down) => {
    const row = rows[at.row + down];
    if (row === undefined) return;
    const values: Record<string, string | null> = {};
    cells.forEach((value, right) => {
      const column = columns[at.column + right];
      if (column !== undefined) values[column] = value === "" ? null : value;
    });
    changes.set(row, values);
  });
  return changes;
}
