/** The table of cases as a grid: its columns and lines, and where the keyboard is in it. */

import type { Attribute, CaseColumns } from "../../api/case-table";
import type { Cells } from "./paste";

export type ColumnKind = "name" | "kind" | "attribute" | "sources" | "speakers" | "consent";

export interface GridColumn {
  readonly id: string;
  readonly kind: ColumnKind;
  readonly label: string;
  readonly attribute?: Attribute;
  readonly width: number;
}

/** A line of the grid: a case (by its place in the columns), the head of a group, or a new case. */
export type GridLine =
  | { readonly kind: "case"; readonly at: number }
  | { readonly kind: "group"; readonly label: string; readonly count: number }
  | { readonly kind: "new" };

export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** From where a selection was begun to where it is now. */
export interface Selection {
  readonly anchor: Spot;
  readonly active: Spot;
}

export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  name: 190,
  kind: 110,
  attribute: 150,
  sources: 120,
  speakers: 140,
  consent: 140,
};
const BY_TYPE: Readonly<Record<string, number>> = {
  number: 100,
  date: 120,
  time: 100,
  boolean: 90,
};

/** The columns in their order. */
export function columnsOf(
  attributes: readonly Attribute[],
  label: (kind: ColumnKind) => string,
): GridColumn[] {
  const own = (kind: ColumnKind): GridColumn => ({
    id: kind,
    kind,
    label: label(kind),
    width: WIDTHS[kind],
  });
  const made = attributes.map((attribute): GridColumn => {
    const least = BY_TYPE[attribute.type] ?? WIDTHS.attribute;
    const width = Math.min(260, Math.max(least, attribute.name.length * 8 + 56));
    return { id: attribute.guid, kind: "attribute", label: attribute.name, attribute, width };
  });
  return [own("name"), own("kind"), ...made, own("consent"), own("speakers"), own("sources")];
}

/** Whether a person may write in a column. */
export const isWritable = ({ kind }: GridColumn) =>
  kind === "name" || kind === "kind" || kind === "attribute";

/** What stands in a cell, as it is kept. */
export function valueAt(columns: CaseColumns, at: number, column: GridColumn): string {
  switch (column.kind) {
    case "name":
      return columns.name[at] ?? "";
    case "kind":
      return columns.kind[at] ?? "";
    case "sources":
      return String(columns.sources[at]?.length ?? 0);
    case "speakers":
      return (columns.speakers[at] ?? []).join(", ");
    case "consent":
      return columns.consent[at] ?? "none";
    default:
      return columns.values[column.id]?.[at] ?? "";
  }
}

export interface View {
  readonly text: string;
  /** The column it is sorted by, with `-` before it downwards; empty: as they were made. */
  readonly sort: string;
  /** The column it is grouped by; empty: by none. */
  readonly group: string;
  /** Only those of a state of consent; empty: all. */
  readonly consent: string;
}

const NUMBERS = new Set(["number"]);

function comparing(columns: CaseColumns, column: GridColumn) {
  const isNumber = column.kind === "sources" || NUMBERS.has(column.attribute?.type ?? "");
  const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
  return (one: number, other: number) => {
    const [a, b] = [valueAt(columns, one, column), valueAt(columns, other, column)];
    // What is not known stands last, whichever way it is sorted.
    if (a === "" || b === "")
      return a === b ? 0 : a === "" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    return isNumber ? Number(a) - Number(b) : compare(a, b);
  };
}

function sorted(columns: CaseColumns, grid: readonly GridColumn[], rows: number[], sort: string) {
  const down = sort.startsWith("-");
  const column = grid.find(({ id }) => id === (down ? sort.slice(1) : sort));
  if (!column) return rows;
  const compare = comparing(columns, column);
  return rows.sort((a, b) => {
    const order = compare(a, b);
    return down && Number.isFinite(order) ? -order : order > 0 ? 1 : order < 0 ? -1 : 0;
  });
}

/** The lines that a view shows, a line for a new case at the end. */
export function linesOf(
  columns: CaseColumns,
  grid: readonly GridColumn[],
  view: View,
  notKnown: string,
): GridLine[] {
  const wanted = view.text.trim().toLocaleLowerCase();
  let rows = columns.guid.map((_, at) => at);
  if (view.consent) rows = rows.filter((at) => columns.consent[at] === view.consent);
  if (wanted) {
    rows = rows.filter((at) =>
      grid.some((column) => valueAt(columns, at, column).toLocaleLowerCase().includes(wanted)),
    );
  }
  rows = sorted(columns, grid, rows, view.sort);
  const by = grid.find(({ id }) => id === view.group);
  const found: GridLine[] = by
    ? grouped(columns, rows, by, notKnown)
    : rows.map((at) => ({ kind: "case", at }));
  return [...found, { kind: "new" }];
}

function grouped(
  columns: CaseColumns,
  rows: readonly number[],
  by: GridColumn,
  notKnown: string,
): GridLine[] {
  const groups = new Map<string, number[]>();
  for (const at of rows) {
    const value = valueAt(columns, at, by);
    groups.set(value, [...(groups.get(value) ?? []), at]);
  }
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return [...groups]
    .sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : compare(a, b)))
    .flatMap(([label, group]): GridLine[] => [
      { kind: "group", label: label || notKnown, count: group.length },
      ...group.map((at): GridLine => ({ kind: "case", at })),
    ]);
}

/** The rectangle of a selection. */
export function areaOf({ anchor, active }: Selection): Area {
  return {
    top: Math.min(anchor.line, active.line),
    bottom: Math.max(anchor.line, active.line),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

export const isIn = (area: Area, line: number, column: number) =>
  line >= area.top && line <= area.bottom && column >= area.left && column <= area.right;

/** The spot some lines and columns away, within the grid and never on the head of a group. */
export function moved(
  { line, column }: Spot,
  by: Spot,
  lines: readonly GridLine[],
  columns: number,
): Spot {
  const step = Math.sign(by.line) || 1;
  let to = Math.min(lines.length - 1, Math.max(0, line + by.line));
  while (lines[to]?.kind === "group" && lines[to + step]) to += step;
  if (lines[to]?.kind === "group") to = line;
  return { line: to, column: Math.min(columns - 1, Math.max(0, column + by.column)) };
}

/** The cells of a selection, as they are copied; heads of groups and the new line are left out. */
export function copied(
  columns: CaseColumns,
  grid: readonly GridColumn[],
  lines: readonly GridLine[],
  area: Area,
  withHead: boolean,
): Cells {
  const wanted = grid.slice(area.left, area.right + 1);
  const rows = lines
    .slice(area.top, area.bottom + 1)
    .flatMap((line) =>
      line.kind === "case" ? [wanted.map((c) => valueAt(columns, line.at, c))] : [],
    );
  return withHead ? [wanted.map(({ label }) => label), ...rows] : rows;
}
