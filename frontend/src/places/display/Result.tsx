import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DisplayKind, Matrix, useComputed } from "../../api/displays";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Spinner } from "../../components/Spinner";
import { written } from "../../shapes/GridLine";
import { MatrixGrid } from "../../shapes/MatrixGrid";
import { lookup, nameOf, writer } from "../../shapes/matrix";
import type { CodeNames } from "../../shapes/Quote";
import { type Datum, VegaChart } from "../../shapes/VegaChart";
import type { Code } from "./CodesPicker";
import { Segments } from "./Segments";
import type { Place } from "./settings";
import { Strays, useGridWords } from "./words";

interface Props {
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

function Caption({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation("display");
  const { unit, filter, n, notes } = matrix.caption;
  return (
    <div className="display-caption">
      <p>
        <span>{t("caption.unit", { unit })}</span>
        <span>{t("caption.n", { n })}</span>
        {filter && <span>{t("caption.filter", { filter })}</span>}
      </p>
      {notes.length > 0 && (
        <details open={notes.length < 3}>
          <summary>{t("caption.notes")}</summary>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Stands for all rows or all columns in the address of what is opened. */
const ALL = "*";

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
  return queries.length < 2 ? (queries[0] ?? "") : queries.map((one) => `(${one})`).join(" or ");
}

/** The cell whose segments are shown, found by the keys in the address. */
function openedCell(matrix: Matrix, cell: Place["cell"]) {
  const row = cell ? matrix.rows.findIndex((one) => one.key === cell[0]) : -1;
  const column = cell ? matrix.columns.findIndex((one) => one.key === cell[1]) : -1;
  return row >= 0 && column >= 0 ? { row, column } : null;
}

function Beside({
  matrix,
  place,
  codes,
  onPlace,
}: { matrix: Matrix } & Pick<Props, "place" | "codes" | "onPlace">) {
  const { t, i18n } = useTranslation("display");
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
  return found.query ? (
    <Segments
      row={at.row < 0 ? t("segments.allRows") : nameOf(matrix.rows[at.row])}
      column={at.column < 0 ? t("segments.allColumns") : nameOf(matrix.columns[at.column])}
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

function Drawn(props: Props & { matrix: Matrix }) {
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
function Written({ matrix, place, saved, readOnly, onPlace }: Props & { matrix: Matrix }) {
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

/** What was there last, while there is nothing new: a query half written takes nothing away. */
function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) {
    setLast(value);
  }
  return value ?? last;
}

/** What comes of the settings: the table or chart, what it says of itself, and the words behind it. */
export function Result(props: Props) {
  const { computed, hasCodings, refused } = props;
  const { t } = useTranslation("display");
  const queries = useQueryClient();
  const stop = () => void queries.cancelQueries({ queryKey: ["displays"] });
  const matrix = useLast(computed.data);
  if (computed.isError && !refused) {
    const again = <Button onPress={() => computed.refetch()}>{t("retry")}</Button>;
    return (
      <EmptyState icon="warning" title={t("failed")} doings={again}>
        {computed.error.message}
      </EmptyState>
    );
  }
  if (!matrix) {
    return refused ? <div className="display-result" /> : <Loading />;
  }
  if (matrix.rows.length === 0 || matrix.columns.length === 0) {
    return (
      <EmptyState
        icon="display"
        title={t("empty.title")}
        doings={!hasCodings && <a href="#/reduce">{t("empty.reduce")}</a>}
      >
        {hasCodings ? t("empty.filter") : t("empty.codings")}
      </EmptyState>
    );
  }
  return (
    <>
      <div
        className="display-result"
        data-stale={computed.isPlaceholderData || refused || undefined}
      >
        <h2 className="sr-only">{matrix.caption.title}</h2>
        <Caption matrix={matrix} />
        {computed.isFetching && (
          <p className="display-wait">
            <Spinner size={14} label={t("computing")} />
            <Button small look="quiet" onPress={stop}>
              {t("stop")}
            </Button>
          </p>
        )}
        <Drawn {...props} matrix={matrix} />
      </div>
      <Beside {...props} matrix={matrix} />
    </>
  );
}
