/** Cells on their way between spreadsheets and the workspace: text with tabs, and tables of HTML. */

export type Cells = readonly (readonly string[])[];

const QUOTED = /["\t\r\n]/u;

/** Rows of cells as a spreadsheet puts them on the clipboard; quoted cells may hold line breaks. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"(?=\t|\r?\n|$)|[^\t\r\n]*)(\t|\r?\n|\r|$)/gu;
  for (const [, raw = "", end] of text.replace(/\r?\n$/u, "").matchAll(cell)) {
    const isQuoted = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
    rows.at(-1)?.push(isQuoted ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}

/** Cells as text with tabs, as spreadsheets read it. */
export function textOf(cells: Cells): string {
  const written = (value: string) =>
    QUOTED.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  return cells.map((row) => row.map(written).join("\t")).join("\n");
}

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const plain = (value: string) => value.replace(/[&<>]/gu, (sign) => SIGNS[sign] ?? sign);

/** Cells as a table of HTML, which keeps what is text from becoming a number elsewhere. */
export function tableOf(cells: Cells): string {
  const cell = (value: string) => `<td>${plain(value).replaceAll("\n", "<br>")}</td>`;
  const rows = cells.map((row) => `<tr>${row.map(cell).join("")}</tr>`);
  return `<meta charset="utf-8"><table><tbody>${rows.join("")}</tbody></table>`;
}

function cellText(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const line of copy.querySelectorAll("br")) line.replaceWith("\n");
  const paragraphs = [...copy.querySelectorAll("p, div")];
  for (const one of paragraphs.slice(0, -1)) one.append("\n");
  return (copy.textContent ?? "").replace(/\u00a0/gu, " ").replace(/[ \t]*\n[ \t]*/gu, "\n");
}

/** The cells of the first table in a piece of HTML; `null` where there is none. */
export function cellsOfHtml(html: string): string[][] | null {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  const rows = [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [
      cellText(cell).trim(),
      ...Array<string>(Math.max(0, cell.colSpan - 1)).fill(""),
    ]),
  );
  return rows.length > 0 ? rows : null;
}

/** What a clipboard holds as cells: its text says them exactly, a table only where there is none. */
export function cellsFrom(clipboard: Pick<DataTransfer, "getData">): string[][] {
  const text = clipboard.getData("text/plain");
  if (text !== "") return cellsOf(text);
  return cellsOfHtml(clipboard.getData("text/html")) ?? [];
}
