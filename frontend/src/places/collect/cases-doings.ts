/** Writing in the grid of cases: a cell, a block, a paste; each one change, refused cell by cell. */

import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type CaseColumns,
  type CaseRow,
  type CaseTableReport,
  useFillCases,
} from "../../api/case-table";
import { useUndoing } from "../../app/undoing";
import { toast, toastProblem } from "../../components/toasts";
import { cellKey, type Refused } from "./CasesGrid";
import {
  areaOf,
  type GridColumn,
  type GridLine,
  isWritable,
  type Selection,
  type Spot,
  valueAt,
} from "./cases-grid";
import { nameKey } from "./cases-paste";

interface Grid {
  columns: CaseColumns;
  grid: readonly GridColumn[];
  lines: readonly GridLine[];
}

const NOTHING: CaseRow = { guid: null, name: null, kind: null, description: null, values: {} };

function rowOf(guid: string, column: GridColumn, value: string, seen: string): CaseRow {
  const row = { ...NOTHING, guid };
  if (column.kind === "name") return { ...row, name: value };
  if (column.kind === "kind") return { ...row, kind: value };
  const kept = (text: string) => ({ [column.label]: text === "" ? null : text });
  return { ...row, values: kept(value), seen: kept(seen) };
}

/** A case has a name. */
const isNothing = (column: GridColumn, value: string) => column.kind === "name" && value === "";

/** The refused cells of a report by where they stand. */
export function refusedBy(
  report: CaseTableReport,
  rows: readonly CaseRow[],
  { columns, grid }: Pick<Grid, "columns" | "grid">,
): Map<string, Refused> {
  const byName = new Map(columns.name.map((name, at) => [nameKey(name), columns.guid[at] ?? ""]));
  const found = new Map<string, Refused>();
  for (const { row, column, value, why } of report.refused) {
    const of = rows[row];
    const guid = of?.guid ?? byName.get(nameKey(of?.name ?? ""));
    const place = grid.find(({ id, label }) => id === column || label === column);
    if (guid && place) found.set(cellKey(guid, place.id), { value, why });
  }
  return found;
}

export function useCaseDoings({ columns, grid, lines }: Grid) {
  const { t } = useTranslation(["cases", "shell"]);
  const fill = useFillCases();
  const { undo } = useUndoing();
  const [refused, setRefused] = useState<ReadonlyMap<string, Refused>>(new Map());

  const told = (report: CaseTableReport, rows: readonly CaseRow[]) => {
    const wrong = refusedBy(report, rows, { columns, grid });
    const touched = new Set(rows.flatMap((row) => keysOf(row, grid)));
    setRefused((now) => new Map([...[...now].filter(([key]) => !touched.has(key)), ...wrong]));
    return report;
  };

  const write = async (
    rows: readonly CaseRow[],
    types?: Parameters<typeof fill.mutate>[0]["types"],
  ) => {
    try {
      return told(await fill.mutateAsync({ rows, ...(types && { types }) }), rows);
    } catch (error) {
      toastProblem(error, t("failed"), t("shell:offline.hint"));
      return null;
    }
  };

  const forget = (key: string) =>
    setRefused((now) => new Map([...now].filter(([other]) => other !== key)));

  const isAwaited = (key: string) => refused.get(key)?.why === null;

  /** Writes one cell; what is not written yet, or could not be written at all, stays in it. */
  const writeKept = async (rows: readonly CaseRow[], key: string, value: string) => {
    if (rows.length === 0) return forget(key);
    setRefused((now) => new Map([...now, [key, { value, why: null }]]));
    const report = await write(rows);
    if (!report) setRefused((now) => new Map([...now, [key, { value, why: t("unsaved") }]]));
    else if (!rows[0]?.guid) forget(key);
  };

  /** Whether the person changed nothing, whatever somebody else wrote there meanwhile. */
  const isUnchanged = (key: string, value: string, seen: string) =>
    value === seen && !refused.has(key);

  return {
    refused,
    isWriting: fill.isPending,
    /** Writes many rows and says what was done. */
    writeAll: async (rows: readonly CaseRow[], types?: Parameters<typeof write>[1]) => {
      const report = await write(rows, types);
      if (!report) return null;
      const wrong = report.refused.length;
      toast(t("pasted", { count: report.changed, made: report.made.length }), {
        ...(wrong > 0 && { tone: "danger", more: t("refusedSome", { count: wrong }) }),
        doing: { label: t("shell:undo.undo"), act: undo },
      });
      return report;
    },
    /**
     * Writes one cell over what was seen in it; on the last line its name makes a case.
     */
    writeCell: (spot: Spot, given: string, seen: string) => {
      const line = lines[spot.line];
      const column = grid[spot.column];
      const value = given.trim();
      if (!column || !line || line.kind === "group") return;
      if (line.kind === "new") {
        void writeKept(value ? [{ ...NOTHING, name: value }] : [], cellKey("", column.id), value);
        return;
      }
      const guid = columns.guid[line.at] ?? "";
      const key = cellKey(guid, column.id);
      if (value === valueAt(columns, line.at, column) && !isAwaited(key)) {
        forget(key);
        return;
      }
      if (isNothing(column, value) || isUnchanged(key, value, seen)) return;
      void writeKept([rowOf(guid, column, value, seen)], key, value);
    },
    /** Takes away what the selected cells say; names and kinds stay. */
    clear: (selection: Selection) => {
      const area = areaOf(selection);
      const wanted = grid
        .slice(area.left, area.right + 1)
        .filter(({ kind }) => kind === "attribute");
      const values = Object.fromEntries(wanted.map(({ label }) => [label, null]));
      const rows = lines.slice(area.top, area.bottom + 1).flatMap((line) => {
        if (line.kind !== "case") return [];
        const guid = columns.guid[line.at] ?? "";
        const isEmpty = wanted.every(
          (column) => !valueAt(columns, line.at, column) && !refused.has(cellKey(guid, column.id)),
        );
        return isEmpty ? [] : [{ ...NOTHING, guid, values }];
      });
      if (wanted.length > 0 && rows.length > 0) void write(rows);
    },
  };
}

function keysOf(row: CaseRow, grid: readonly GridColumn[]): string[] {
  if (!row.guid) return [];
  const guid = row.guid;
  return grid
    .filter((column) => {
      if (!isWritable(column)) return false;
      if (column.kind === "name") return row.name !== null;
      if (column.kind === "kind") return row.kind !== null;
      return column.label in (row.values ?? {});
    })
    .map(({ id }) => cellKey(guid, id));
}
