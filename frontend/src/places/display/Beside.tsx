import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Matrix } from "../../api/displays";
import { chooseFindingFor } from "../../app/weighing";
import { written } from "../../shapes/GridLine";
import { lookup, nameOf, writer } from "../../shapes/matrix";
import type { CodeNames } from "../../shapes/Quote";
import type { ResultProps } from "./Drawn";
import { Segments } from "./Segments";
import { ALL, type Place } from "./settings";

/** More cells than this in a line are not asked for one by one. */
const MANY = 100;

/** What is opened, by the keys in the address: a cell, or (-1) the total of a row or a column. */
function openedLine(matrix: Matrix, cell: Place["cell"]) {
  const index = (key: string, headings: Matrix["rows"]) =>
    key === ALL ? -1 : headings.findIndex((one) => one.key === key);
  if (!cell || (cell[0] === ALL && cell[1] === ALL)) return null;
  const at = { row: index(cell[0], matrix.rows), column: index(cell[1], matrix.columns) };
  const isThere = (found: number, key: string) => found >= 0 || key === ALL;
  return isThere(at.row, cell[0]) && isThere(at.column, cell[1]) ? at : null;
}

/** The query for what a total counts: whatever any cell of its line finds. */
function queryOfLine(matrix: Matrix, at: { row: number; column: number }): string {
  const own = matrix.cells.filter(
    (cell) => cell.query && (cell.row === at.row || cell.column === at.column),
  );
  const queries = [...new Set(own.map((cell) => cell.query))];
  const line = at.row >= 0 ? matrix.rows[at.row] : matrix.columns[at.column];
  if (queries.length > MANY && line?.query) return line.query;
  return queries.length < 2 ? (queries[0] ?? "") : queries.map((one) => `(${one})`).join(" or ");
}

/** The words behind the cell or total that is opened. */
export function Beside({
  matrix,
  place,
  codes,
  saved,
  readOnly,
  onPlace,
}: { matrix: Matrix } & Pick<ResultProps, "place" | "codes" | "saved" | "readOnly" | "onPlace">) {
  const { t, i18n } = useTranslation(["display", "cited"]);
  const cells = useMemo(() => lookup(matrix), [matrix]);
  const names: CodeNames = useMemo(
    () => new Map(codes.map(({ guid, ...code }) => [guid, code])),
    [codes],
  );
  const at = openedLine(matrix, place.cell);
  if (!at) {
    return null;
  }
  const isTotal = at.row < 0 || at.column < 0;
  const found = isTotal
    ? {
        value: (at.row < 0 ? matrix.column_totals[at.column] : matrix.row_totals[at.row]) ?? null,
        state: "value",
        query: queryOfLine(matrix, at),
        note: null,
      }
    : cells.at(at.row, at.column);
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 3 });
  const write = writer(isTotal ? matrix.total_number : matrix.number, i18n.language, {
    yes: t("grid.yes"),
    no: t("grid.no"),
  });
  const measures = Object.entries(matrix.measures).flatMap(([name, values]) => {
    const value = values.find(([row, column]) => row === at.row && column === at.column)?.[2];
    const named = t(`measures.${name as "cases"}`, { defaultValue: "" });
    return value === undefined || !named ? [] : [[named, number.format(value)] as const];
  });
  const value =
    found.state === "value" ? written(found, write) : t(`grid.state.${found.state as "no data"}`);
  const close = () => {
    onPlace({ cell: null });
    document.querySelector<HTMLElement>('.grid-scroll [data-line][tabindex="0"]')?.focus();
  };
  const [down, across] = [matrix.rows[at.row], matrix.columns[at.column]];
  const row = at.row < 0 ? t("segments.allRows") : nameOf(down);
  const column = at.column < 0 ? t("segments.allColumns") : nameOf(across);
  const cite =
    saved && !readOnly && down && across
      ? () =>
          chooseFindingFor({
            display: saved,
            row: down.key,
            column: across.key,
            quote: t("cited:shown", { name: matrix.caption.title, row, column, value }),
          })
      : null;
  return found.query ? (
    <Segments
      row={row}
      column={column}
      onCite={cite}
      about={[matrix.rows[at.row]?.key, matrix.columns[at.column]?.key].filter(
        (key): key is string => names.has(key ?? ""),
      )}
      quiet={place.view === "words"}
      value={value}
      note={found.note ?? null}
      query={found.query}
      codes={names}
      measures={measures}
      onClose={close}
    />
  ) : null;
}
