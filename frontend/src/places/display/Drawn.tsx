import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DisplayKind, Matrix, useComputed } from "../../api/displays";
import { EmptyState } from "../../components/Bits";
import { MatrixGrid } from "../../shapes/MatrixGrid";
import { type Datum, VegaChart } from "../../shapes/VegaChart";
import type { Code } from "./CodesPicker";
import { ALL, type Place } from "./settings";
import { Strays, useGridWords } from "./words";

export interface ResultProps {
  kind: DisplayKind;
  computed: ReturnType<typeof useComputed>;
  place: Place;
  codes: readonly Code[];
  hasCodings: boolean;
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

/** The table, the chart, or the table with the words in its cells. */
export function Drawn(props: ResultProps & { matrix: Matrix }) {
  const { matrix, place, onPlace } = props;
  const { t } = useTranslation("display");
  const { title } = matrix.caption;
  if (place.view === "chart") {
    return matrix.chart ? (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      <section className="display-chart" aria-label={title} tabIndex={0}>
        <VegaChart
          spec={matrix.chart}
          label={t("chart.label", { title })}
          onPick={(datum) => onPlace({ cell: cellOf(matrix, datum) })}
        />
      </section>
    ) : (
      <p className="muted">{t("chart.none")}</p>
    );
  }
  if (place.view === "words") {
    return props.saved ? <Written {...props} /> : <Unsaved />;
  }
  return (
    <MatrixGrid
      shape={matrix}
      label={title}
      opened={openedCell(matrix, place.cell)}
      onOpen={({ row, column }) =>
        onPlace({ cell: [matrix.rows[row]?.key ?? "", matrix.columns[column]?.key ?? ""] })
      }
      onOpenTotal={({ row, column }) =>
        onPlace({ cell: [matrix.rows[row]?.key ?? ALL, matrix.columns[column]?.key ?? ALL] })
      }
    />
  );
}

/** The cells with what analysts wrote in them, each written in its place. */
function Written({ matrix, place, saved, readOnly, onPlace }: ResultProps & { matrix: Matrix }) {
  // Totals would take the room of the words.
  const shape = useMemo(() => ({ ...matrix, row_totals: [], column_totals: [] }), [matrix]);
  const { words, begin, cells } = useGridWords({
    matrix,
    saved,
    readOnly,
    onShow: (cell) => onPlace({ cell }),
  });
  return (
    <>
      <MatrixGrid
        shape={shape}
        label={matrix.caption.title}
        opened={openedCell(matrix, place.cell)}
        onOpen={({ row, column }) => begin(row, column)}
        words={words}
      />
      <Strays matrix={matrix} cells={cells} />
    </>
  );
}

/** Words belong to a display with a name. */
function Unsaved() {
  const { t } = useTranslation("display");
  return (
    <EmptyState icon="edit" title={t("cells.unsaved")}>
      {t("cells.unsavedWhy")}
    </EmptyState>
  );
}
