import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { CellWords } from "../../api/display-cells";
import type { DisplayKind, Matrix, useComputed } from "../../api/displays";
import { MatrixGrid } from "../../shapes/MatrixGrid";
import type { Sorting } from "../../shapes/matrix";
import { placeOf } from "../../shapes/Quote";
import { type Datum, VegaChart } from "../../shapes/VegaChart";
import { useCellCiting } from "./CellCiting";
import type { Code } from "./CodesPicker";
import { ordersOf, sortingOf } from "./facets";
import { ALL, chosen, type Place, type Settings, type View } from "./settings";
import { useGridWords } from "./words";

export interface ResultProps {
  kind: DisplayKind;
  computed: ReturnType<typeof useComputed>;
  place: Place & { view: View };
  codes: readonly Code[];
  hasCodings: boolean;
  settings: Settings;
  refused: boolean;
  /** The saved display that is shown. */
  saved: string | null;
  readOnly: boolean;
  onPlace: (place: Partial<Place>) => void;
}

/** The cell whose segments are shown, found by the keys in the address. */
function openedCell(matrix: Matrix, cell: Place["cell"]) {
  const row = cell ? matrix.rows.findIndex((one) => one.key === cell[0]) : -1;
  const column = cell ? matrix.columns.findIndex((one) => one.key === cell[1]) : -1;
  return row >= 0 && column >= 0 ? { row, column } : null;
}

/** What a mark of the chart stands for: the cell of its row and column, where it says them. */
function cellOf(matrix: Matrix, datum: Datum): Place["cell"] {
  const key = (names: string[], headings: Matrix["rows"]) => {
    const values = names.map((name) => datum[name]).filter((value) => value !== undefined);
    const found = headings.find((one) => values.includes(one.key) || values.includes(one.label));
    const index = values.find((value) => typeof value === "number");
    return found?.key ?? headings[typeof index === "number" ? index : -1]?.key;
  };
  const row = key(["row_key", "row"], matrix.rows);
  const column = key(["column_key", "column"], matrix.columns);
  return row !== undefined && column !== undefined ? [row, column] : null;
}

/** The address of the words that a mark stands for, where it is a place in a text. */
function thereOf({ place }: Datum): string | null {
  if (!Array.isArray(place)) return null;
  const [source, start, end] = place;
  return placeOf({ source: String(source), start: Number(start), end: Number(end) }).slice(1);
}

/** The table, the chart, or the table with the words in its cells. */
export function Drawn(props: ResultProps & { matrix: Matrix }) {
  const { matrix, place, onPlace } = props;
  const { t } = useTranslation("display");
  const { title } = matrix.caption;
  const { tells, onMenu, menu } = useCellCiting(props);
  const [, navigate] = useLocation();
  const pick = (datum: Datum) => {
    const there = thereOf(datum);
    if (there) navigate(there);
    else onPlace({ cell: cellOf(matrix, datum) });
  };
  if (place.view === "chart") {
    return matrix.chart ? (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      <section className="display-chart" aria-label={title} tabIndex={0}>
        <VegaChart spec={matrix.chart} label={t("chart.label", { title })} onPick={pick} />
      </section>
    ) : (
      <p className="muted">{t("chart.none")}</p>
    );
  }
  if (place.view === "words") {
    return <Written {...props} />;
  }
  return (
    <>
      <MatrixGrid
        shape={matrix}
        label={title}
        {...keptOrder(props)}
        tells={tells}
        onMenu={onMenu}
        opened={openedCell(matrix, place.cell)}
        onOpen={({ row, column }) =>
          onPlace({ cell: [matrix.rows[row]?.key ?? "", matrix.columns[column]?.key ?? ""] })
        }
        onOpenTotal={({ row, column }) =>
          onPlace({ cell: [matrix.rows[row]?.key ?? ALL, matrix.columns[column]?.key ?? ALL] })
        }
      />
      {menu}
    </>
  );
}

/** Where the kind itself puts rows and columns in order, a heading that is pressed becomes a setting:
 *  saved, shared and printed like any other. */
function keptOrder({ kind, matrix, place, onPlace }: ResultProps & { matrix: Matrix }) {
  const has = (name: string) =>
    kind.settings.some((spec) => spec.name === name && spec.type === "order");
  if (!has("row_order") || !has("column_order")) return {};
  const { row_order, column_order } = place.settings;
  return {
    sorting: sortingOf(row_order, column_order, matrix),
    onSort: (sorting: Sorting | null) =>
      onPlace({
        settings: chosen({ ...place.settings, ...ordersOf(sorting, matrix) }, kind.settings),
      }),
  };
}

/** What analysts wrote, by the places of its cells. */
function placed(matrix: Matrix, cells: readonly CellWords[]) {
  const [rows, columns] = [matrix.rows, matrix.columns].map(
    (lines) => new Map(lines.map(({ key }, at) => [key, at])),
  );
  return cells.flatMap((one) => {
    const [row, column] = [rows?.get(one.row), columns?.get(one.column)];
    return one.text && row !== undefined && column !== undefined
      ? [{ row, column, texts: [one.text] }]
      : [];
  });
}

/** The cells with what analysts wrote in them, each written in its place. */
function Written({ matrix, place, saved, readOnly, onPlace }: ResultProps & { matrix: Matrix }) {
  const { t } = useTranslation("display");
  const { tells, onMenu, menu } = useCellCiting({ matrix, saved });
  const { words, begin, cells } = useGridWords({
    matrix,
    saved,
    readOnly,
    onShow: (cell) => onPlace({ cell }),
  });
  // Totals would take the room of the words.
  const shape = useMemo(
    () => ({
      ...matrix,
      said: [...matrix.said, ...placed(matrix, cells)],
      row_totals: [],
      column_totals: [],
    }),
    [matrix, cells],
  );
  return (
    <>
      {!saved && <p className="display-hint muted">{t("cells.unsavedWhy")}</p>}
      <MatrixGrid
        shape={shape}
        label={matrix.caption.title}
        opened={openedCell(matrix, place.cell)}
        onOpen={({ row, column }) => begin(row, column)}
        words={words}
        tells={tells}
        onMenu={onMenu}
      />
      {menu}
    </>
  );
}
