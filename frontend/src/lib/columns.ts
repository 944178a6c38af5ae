/** Codings as columns of equal length: adding, taking away and comparing. */

import type { Codings } from "../api/types";

type Columns = Omit<Codings, "version" | "text">;
type ColumnName = keyof Columns;

const NAMES: readonly ColumnName[] = [
  "coding",
  "segment",
  "start",
  "end",
  "code",
  "coder",
  "weight",
  "created",
  "origin",
  "revision",
];

export const NO_CODINGS: Codings = {
  version: 0,
  text: "",
  coding: [],
  segment: [],
  start: [],
  end: [],
  code: [],
  coder: [],
  weight: [],
  created: [],
  origin: [],
  revision: [],
};

/** The rows at some places. */
export function pick(columns: Codings, places: readonly number[]): Codings {
  const picked: Record<string, unknown> = { version: columns.version, text: columns.text };
  for (const name of NAMES) picked[name] = places.map((at) => columns[name][at]);
  return picked as unknown as Codings;
}

/** The rows of some codings. */
export function only(columns: Codings, codings: Iterable<string>): Codings {
  const wanted = new Set(codings);
  return pick(
    columns,
    columns.coding.flatMap((coding, at) => (wanted.has(coding) ? [at] : [])),
  );
}

/** The rows of all but some codings. */
export function without(columns: Codings, codings: Iterable<string>): Codings {
  const gone = new Set(codings);
  const places = columns.coding.flatMap((coding, at) => (gone.has(coding) ? [] : [at]));
  return places.length === columns.coding.length ? columns : pick(columns, places);
}

/** The rows of both; those of `more` replace ones of the same coding. */
export function withMore(columns: Codings, more: Codings): Codings {
  const kept = without(columns, more.coding);
  const joined: Record<string, unknown> = { version: columns.version, text: columns.text };
  for (const name of NAMES) joined[name] = [...kept[name], ...more[name]];
  return joined as unknown as Codings;
}

/** The columns with some values of one coding changed. */
export function changed(
  columns: Codings,
  coding: string,
  values: Partial<Pick<CodingRow, "start" | "end" | "code" | "weight">>,
): Codings {
  const at = columns.coding.indexOf(coding);
  if (at < 0) return columns;
  const now: Record<string, unknown> = { ...columns };
  for (const [name, value] of Object.entries(values)) {
    now[name] = columns[name as ColumnName].map((old, row) => (row === at ? value : old));
  }
  return now as unknown as Codings;
}

/** The rows where they stand after the text was corrected, without those that lost their words. */
export function changedRows(
  columns: Codings,
  to: (start: number, end: number) => readonly [number, number],
): Codings {
  const spans = columns.start.map((start, at) => to(start, columns.end[at] ?? start));
  const places = spans.flatMap(([start, end], at) => (start < end ? [at] : []));
  return {
    ...pick(columns, places),
    start: places.map((at) => spans[at]?.[0] ?? 0),
    end: places.map((at) => spans[at]?.[1] ?? 0),
  };
}

function sameRow(one: Codings, at: number, other: Codings, there: number): boolean {
  return (
    one.start[at] === other.start[there] &&
    one.end[at] === other.end[there] &&
    one.code[at] === other.code[there] &&
    one.coder[at] === other.coder[there] &&
    one.weight[at] === other.weight[there]
  );
}

/** What is to be added (or drawn anew) and what is to go, from one state to the next. */
export function difference(before: Codings, after: Codings): { added: Codings; removed: string[] } {
  const known = new Map(before.coding.map((coding, at) => [coding, at]));
  const added: number[] = [];
  after.coding.forEach((coding, at) => {
    const there = known.get(coding);
    known.delete(coding);
    if (there === undefined || !sameRow(after, at, before, there)) added.push(at);
  });
  return { added: pick(after, added), removed: [...known.keys()] };
}

/** One coding as an object. */
export interface CodingRow {
  readonly coding: string;
  readonly segment: string;
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly coder: string;
  readonly weight: number | null;
  readonly created: number;
  readonly origin: string;
  /** The change that last wrote it; 0 while it is being written. */
  readonly revision: number;
}

/** The coding with a GUID. */
export function rowOf(columns: Codings, coding: string): CodingRow | null {
  const at = columns.coding.indexOf(coding);
  if (at < 0) return null;
  const row: Record<string, unknown> = {};
  for (const name of NAMES) row[name] = columns[name][at];
  return row as unknown as CodingRow;
}
