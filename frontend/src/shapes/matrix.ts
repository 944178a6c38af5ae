/** What a display gives, as the server writes it: rows x columns of cells that are not empty. */
export interface Heading {
  key: string;
  label: string;
  depth: number;
  colour?: string | null;
  group?: string | null;
  /** The whole name where the label is only its last part. */
  path?: string;
  /** What finds all of the row or column. */
  query?: string;
  /** It is of all that is nested in its group. */
  subtotal?: boolean;
}

/** How numbers are written: whole, as a share of 1, as a coefficient, with its sign, as a chance, as
 *  yes or no, each column in its own manner. */
export type NumberForm = "count" | "share" | "decimal" | "signed" | "chance" | "presence" | "mixed";

export type Value = number | string | null;

export interface Cell {
  row: number;
  column: number;
  value: Value;
  state: string;
  query: string;
  note?: string | null;
}

export interface MatrixShape {
  rows: readonly Heading[];
  columns: readonly Heading[];
  cells: readonly Cell[];
  /** Words in cells. */
  said?: readonly { row: number; column: number; texts: readonly string[] }[];
  blank: { value: Value; state: string };
  row_totals: readonly (number | null)[];
  column_totals: readonly (number | null)[];
  /** How values and totals are written. */
  number?: string;
  total_number?: string;
  /** What rows, columns and their totals are, in words. */
  row_title?: string;
  column_title?: string;
  row_total?: string | null;
  column_total?: string | null;
}

/** The line by which the other way is put in order: a column orders the rows, a row the columns. */
export interface Sorting {
  axis: "row" | "column";
  index: number;
  descending: boolean;
}

/** The index that means the totals when ordering by a line. */
export const TOTALS = -1;

export type Found = Pick<Cell, "value" | "state" | "query" | "note"> & {
  /** It is no number, and is not to be written any more: its words are there. */
  told?: boolean;
};

/** The cells, those to be written that hold words already by their words. */
function toldCells({ cells, said = [] }: MatrixShape): readonly (Cell & Found)[] {
  if (said.length === 0) return cells;
  const key = (one: { row: number; column: number }) => `${one.row} ${one.column}`;
  const words = new Map(said.map((one) => [key(one), one.texts.join(" · ")]));
  return cells.map((cell) => {
    const text = cell.state === "open" ? words.get(key(cell)) : undefined;
    const { row, column, query, note = null } = cell;
    return text ? { row, column, query, note, state: "value", value: text, told: true } : cell;
  });
}

/** Cells by place, and the greatest amount among them. */
export interface Lookup {
  at(row: number, column: number): Found;
  readonly greatest: number;
  /** Every state a cell is in. */
  readonly states: readonly string[];
}

/** Which cells are of a subtotal, which is great beside what it is of; null where none is. */
function summedCells({ rows, columns }: MatrixShape): ((cell: Cell) => boolean) | null {
  if (![...rows, ...columns].some((one) => one.subtotal)) return null;
  return (cell) => Boolean(rows[cell.row]?.subtotal || columns[cell.column]?.subtotal);
}

const known = new WeakMap<MatrixShape, Lookup>();

/** The cells of a shape by place: found once, however many parts of the page ask. */
export function lookup(shape: MatrixShape): Lookup {
  const found = known.get(shape) ?? lookedUp(shape);
  known.set(shape, found);
  return found;
}

function lookedUp(shape: MatrixShape): Lookup {
  const width = shape.columns.length;
  // Room for every place costs less than a table of those that are taken.
  const places = new Int32Array(width * shape.rows.length);
  const states = new Set([shape.blank.state]);
  const cells = toldCells(shape);
  const isSummed = summedCells(shape);
  let [greatest, last, at] = [0, shape.blank.state, 0];
  for (const cell of cells) {
    const { state } = cell;
    if (state !== last) states.add(state);
    last = state;
    at += 1;
    places[cell.row * width + cell.column] = at;
    const value = state === "value" ? cell.value : null;
    if (typeof value === "number" && !isSummed?.(cell))
      greatest = Math.max(greatest, Math.abs(value));
  }
  const blank: Found = { ...shape.blank, query: "", note: null };
  return {
    // Where each column is of its own kind, no amount is great beside another; a great chance is none.
    greatest: shape.number === "mixed" || shape.number === "chance" ? 0 : greatest,
    states: [...states],
    at: (row, column) => cells[(places[row * width + column] ?? 0) - 1] ?? blank,
  };
}

export const HEAT_STEPS = 6;

/** The shade of a value, 0 (none) to HEAT_STEPS; the root evens out a few very large ones. */
export function heat(value: Value, greatest: number): number {
  if (typeof value !== "number" || value === 0) {
    return 0;
  }
  // Where no amount is great beside another, none is greater.
  if (greatest <= 0) {
    return 1;
  }
  const share = Math.sqrt(Math.min(1, Math.abs(value) / greatest));
  return Math.max(1, Math.round(share * HEAT_STEPS));
}

const NONE = Number.NEGATIVE_INFINITY;

function amount(found: Found): number {
  if (found.state !== "value" || found.value === null) {
    return NONE;
  }
  return typeof found.value === "number" ? found.value : 0;
}

function ordered(count: number, by: ((at: number) => number) | null, descending: boolean) {
  const order = Array.from({ length: count }, (_, at) => at);
  if (by === null) {
    return order;
  }
  const amounts = order.map(by);
  const of = (at: number) => amounts[at] ?? NONE;
  const compare = (a: number, b: number) => {
    const [left, right] = [of(a), of(b)];
    if (left === right) {
      return a - b;
    }
    // What has no value comes last whichever way the rest runs.
    if (!(Number.isFinite(left) && Number.isFinite(right))) {
      return Number.isFinite(left) ? -1 : 1;
    }
    return descending ? right - left : left - right;
  };
  return order.sort(compare);
}

/** The rows and the columns in the order in which they are shown. */
export function arranged(shape: MatrixShape, cells: Lookup, sorting: Sorting | null) {
  const { rows, columns, row_totals, column_totals } = shape;
  // Out of their groups subtotals come last.
  const byColumn = (at: number) => {
    if (rows[at]?.subtotal) return NONE;
    return sorting?.index === TOTALS
      ? (row_totals[at] ?? NONE)
      : amount(cells.at(at, sorting?.index ?? 0));
  };
  const byRow = (at: number) => {
    if (columns[at]?.subtotal) return NONE;
    return sorting?.index === TOTALS
      ? (column_totals[at] ?? 0)
      : amount(cells.at(sorting?.index ?? 0, at));
  };
  const descending = sorting?.descending ?? true;
  return {
    rows: ordered(rows.length, sorting?.axis === "column" ? byColumn : null, descending),
    columns: ordered(columns.length, sorting?.axis === "row" ? byRow : null, descending),
  };
}

/** Asking for the same line again turns the order round, then gives it up. */
export function nextSorting(now: Sorting | null, axis: Sorting["axis"], index: number) {
  if (now?.axis !== axis || now.index !== index) {
    return { axis, index, descending: true };
  }
  return now.descending ? { axis, index, descending: false } : null;
}

/** Runs of neighbours in one group, with where each begins and how many it holds. */
export function groupsOf(headings: readonly Heading[], order: readonly number[]) {
  const runs: { label: string; start: number; count: number }[] = [];
  for (const [at, index] of order.entries()) {
    const label = headings[index]?.group ?? "";
    const last = runs.at(-1);
    if (last !== undefined && last.label === label) {
      last.count += 1;
    } else {
      runs.push({ label, start: at, count: 1 });
    }
  }
  return runs.some((run) => run.label !== "") ? runs : [];
}

export type Line = { kind: "group"; label: string } | { kind: "row"; index: number; at: number };

/** The rows with a line for each group above its first. */
export function linesOf(headings: readonly Heading[], order: readonly number[], grouped: boolean) {
  const starts = new Map(
    (grouped ? groupsOf(headings, order) : []).map((run) => [run.start, run.label]),
  );
  return order.flatMap((index, at): Line[] => {
    const line: Line = { kind: "row", index, at };
    const label = starts.get(at);
    return label ? [{ kind: "group", label }, line] : [line];
  });
}

/** The whole name of a row or column, with what it is nested in. */
export const nameOf = (heading: Heading | undefined) =>
  [heading?.group, heading?.path || heading?.label].filter(Boolean).join(" · ");

/** One line of text that no spreadsheet takes for a formula. */
function tidy(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, " ");
  return /^[=+@-]/.test(line) && Number.isNaN(Number(line)) ? `'${line}` : line;
}

/** What is shown as text that a spreadsheet takes when pasted. */
export function asTsv(
  shape: MatrixShape,
  cells: Lookup,
  order: { rows: readonly number[]; columns: readonly number[] },
  words: { state(state: string): string; rowTotal: string; columnTotal: string },
): string {
  const { rows, columns, row_totals, column_totals } = shape;
  const write = (found: Found) =>
    found.state === "value" ? tidy(String(found.value ?? "")) : words.state(found.state);
  const tail = (text: string, has: boolean) => (has ? [text] : []);
  const head = ["", ...order.columns.map((at) => tidy(nameOf(columns[at])))];
  const lines = [[...head, ...tail(words.rowTotal, row_totals.length > 0)]];
  for (const row of order.rows) {
    const values = order.columns.map((column) => write(cells.at(row, column)));
    const total = tail(String(row_totals[row] ?? ""), row_totals.length > 0);
    lines.push([tidy(nameOf(rows[row])), ...values, ...total]);
  }
  if (column_totals.length > 0) {
    const totals = order.columns.map((at) => String(column_totals[at] ?? ""));
    lines.push([words.columnTotal, ...totals, ...tail("", row_totals.length > 0)]);
  }
  return lines.map((line) => line.join("\t")).join("\n");
}

/** Writes numbers in a form and a language; `said` are the words for yes and no. */
export function writer(
  form: string | undefined,
  language: string,
  said: { yes: string; no: string },
): (value: number) => string {
  if (form === "presence") {
    return (value) => (value ? said.yes : said.no);
  }
  const options: Record<string, Intl.NumberFormatOptions> = {
    share: { style: "percent", maximumFractionDigits: 1 },
    decimal: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
    signed: { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero" },
    chance: { minimumFractionDigits: 3, maximumFractionDigits: 3 },
  };
  const number = new Intl.NumberFormat(
    language,
    options[form ?? ""] ?? { maximumFractionDigits: 2 },
  );
  if (form === "mixed") {
    // Whole numbers are counts; others stand below one another digit by digit.
    const broken = new Intl.NumberFormat(language, options.decimal);
    return (value) => (Number.isInteger(value) ? number : broken).format(value);
  }
  const least = 0.001;
  if (form === "chance")
    return (value) => (value < least ? `<${number.format(least)}` : number.format(value));
  return (value) => number.format(value);
}

/** Some cells among which the longest value is: all where there are few, else those of the greatest
 *  and the least amount and some between. */
export function sampled(cells: readonly Cell[], most = 2_000): readonly Cell[] {
  if (cells.length <= most) return cells;
  const every = Math.ceil(cells.length / most);
  const found = cells.filter((_, at) => at % every === 0);
  const of = (cell: Cell | undefined) => (typeof cell?.value === "number" ? cell.value : 0);
  let [least, greatest] = [cells[0], cells[0]];
  let [low, high] = [of(least), of(greatest)];
  for (const cell of cells) {
    const value = of(cell);
    if (value < low) [low, least] = [value, cell];
    if (value > high) [high, greatest] = [value, cell];
  }
  return [...found, ...[least, greatest].filter((cell) => cell !== undefined)];
}
