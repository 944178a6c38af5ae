/** What a block of cells means where it is pasted: values of cases, new cases, new attributes. */

import type { CaseColumns, CaseRow } from "../../api/case-table";
import { type GridColumn, type GridLine, isWritable, type Spot } from "./cases-grid";
import type { Cells } from "./paste";

/** A pasted block read as rows. */
export interface PastePlan {
  readonly rows: readonly CaseRow[];
  /** Its first row names the columns. */
  readonly hasHead: boolean;
  /** Cases that are not there yet. */
  readonly made: number;
  /** Names of columns that are not there yet. */
  readonly added: readonly string[];
  /** Columns of the block that have no place in the grid, or may not be written in. */
  readonly ignored: number;
}

interface Target {
  readonly columns: CaseColumns;
  readonly grid: readonly GridColumn[];
  readonly lines: readonly GridLine[];
  readonly at: Spot;
  /** What a new case without a name is called. */
  readonly newName: (number: number) => string;
}

const NAMES = new Set(["name", "nama", "case", "kasus", "pseudonym", "pseudonim", "id"]);
const KINDS = new Set(["kind", "jenis", "type of case"]);
const PASSED = new Set(["guid", "sources", "speakers", "sumber", "penutur", "consent"]);

export const nameKey = (name: string) => name.normalize("NFC").trim().toLowerCase();

type Role =
  | { readonly kind: "name" | "kind" | "guid" | "passed" }
  | { readonly kind: "attribute"; readonly name: string; readonly isNew: boolean };

function roleOf(head: string, grid: readonly GridColumn[]): Role {
  const key = nameKey(head);
  const there = grid.find(({ label }) => nameKey(label) === key);
  if (there?.kind === "attribute") return { kind: "attribute", name: there.label, isNew: false };
  if (there?.kind === "name" || NAMES.has(key)) return { kind: "name" };
  if (there?.kind === "kind" || KINDS.has(key)) return { kind: "kind" };
  if (key === "guid") return { kind: "guid" };
  if (key === "" || there || PASSED.has(key)) return { kind: "passed" };
  return { kind: "attribute", name: head.trim(), isNew: true };
}

/** Whether a first row names columns: one says which is the case's, or half of them are known. */
export function looksLikeHead(first: readonly string[], grid: readonly GridColumn[]): boolean {
  const roles = first.filter((cell) => cell.trim() !== "").map((cell) => roleOf(cell, grid));
  const known = roles.filter(
    (role) => role.kind !== "passed" && !(role.kind === "attribute" && role.isNew),
  );
  if (roles.some(({ kind }) => kind === "name")) return true;
  return known.length > 0 && known.length * 2 >= roles.length;
}

/** Rows of a block whose first row names the columns. */
export function rowsByHead(
  cells: Cells,
  grid: readonly GridColumn[],
): { rows: CaseRow[]; added: string[]; ignored: number; isNamed: boolean } {
  const [head = [], ...body] = cells;
  const roles = head.map((name) => roleOf(name, grid));
  const rows = body
    .filter((row) => row.some((cell) => cell.trim() !== ""))
    .map((row) => rowOf(row, roles));
  const isNew = (role: Role) => role.kind === "attribute" && role.isNew;
  return {
    rows,
    added: roles.flatMap((role) => (role.kind === "attribute" && role.isNew ? [role.name] : [])),
    ignored: roles.filter(({ kind }) => kind === "passed").length,
    isNamed: roles.some((role) => role.kind === "name" && !isNew(role)),
  };
}

function rowOf(row: readonly string[], roles: readonly Role[]): CaseRow {
  const values: Record<string, string | null> = {};
  const made: CaseRow = { guid: null, name: null, kind: null, description: null, values };
  roles.forEach((role, at) => {
    const value = (row[at] ?? "").trim();
    if (role.kind === "attribute") values[role.name] = value === "" ? null : value;
    if (role.kind === "name") made.name = value || null;
    if (role.kind === "kind") made.kind = value || null;
  });
  return made;
}

/** Reads a block at a spot: by the names of its first row, or by where its cells lie. */
export function planPaste(cells: Cells, target: Target, asHead?: boolean): PastePlan {
  const hasHead = asHead ?? (cells.length > 1 && looksLikeHead(cells[0] ?? [], target.grid));
  if (!hasHead) return byPlace(cells, target);
  const { rows, added, ignored, isNamed } = rowsByHead(cells, target.grid);
  if (isNamed) {
    const there = new Set(target.columns.name.map(nameKey));
    const made = new Set(
      rows.map(({ name }) => nameKey(name ?? "")).filter((k) => k && !there.has(k)),
    );
    return { rows, hasHead, made: made.size, added, ignored };
  }
  return { ...placed(rows, target), hasHead, added, ignored };
}

function byPlace(cells: Cells, target: Target): PastePlan {
  const own = target.grid.slice(target.at.column);
  const roles = (cells[0] ?? []).map((_, at): Role => {
    const column = own[at];
    if (!column || !isWritable(column)) return { kind: "passed" };
    if (column.kind === "attribute") return { kind: "attribute", name: column.label, isNew: false };
    return { kind: column.kind === "name" ? "name" : "kind" };
  });
  const rows = cells.map((row) => rowOf(row, roles));
  const ignored = roles.filter(({ kind }) => kind === "passed").length;
  return { ...placed(rows, target), hasHead: false, added: [], ignored };
}

/** Rows laid on the cases from the spot downwards; those below the last are new cases. */
function placed(rows: readonly CaseRow[], { columns, lines, at, newName }: Target) {
  const below = lines.slice(at.line).flatMap((line) => (line.kind === "case" ? [line.at] : []));
  const taken = new Set(columns.name.map(nameKey));
  let number = columns.guid.length;
  let made = 0;
  const laid = rows.map((row, down): CaseRow => {
    const place = below[down];
    if (place !== undefined) return { ...row, guid: columns.guid[place] ?? null };
    made += 1;
    if (row.name) return row;
    do number += 1;
    while (taken.has(nameKey(newName(number))));
    return { ...row, name: newName(number) };
  });
  return { rows: laid, made };
}
