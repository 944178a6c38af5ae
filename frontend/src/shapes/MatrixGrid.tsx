import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { usePrinting } from "../lib/printing";
import { useKeptPlace } from "../places/display/kept-place";
import { useArrangement } from "./arrangement";
import { GridFoot } from "./GridFoot";
import {
  BAND,
  type Drawing,
  GroupLine,
  HeadLine,
  RowLine,
  TotalLine,
  type WordsDrawing,
  written,
} from "./GridLine";
import { measures, moved, type Place, settled } from "./grid";
import {
  asTsv,
  type Found,
  type MatrixShape,
  nameOf,
  nextSorting,
  type Sorting,
  sampled,
  TOTALS,
  writer,
} from "./matrix";
import { useRoom, useVirtualGrid } from "./virtual-grid";
import "./matrix-grid.css";
import "./matrix-head.css";
import "./matrix-cells.css";
import "./matrix-words.css";

const ROW = 32;
/** What fits across a page of paper. */
const PAPER = 700;
/** Where people write in the cells they need room. */
const WORDS_ROW = 116;
const WORDS_COLUMN = 224;
const GROUP = 34;

export interface OpenedCell {
  cell: Found;
  row: number;
  column: number;
}

interface Words extends Omit<WordsDrawing, "editor"> {
  /** The editor of the cell that is written in; `step` gives the cell after or before it. */
  editor(step: (by: 1 | -1) => { row: number; column: number } | null): ReactNode;
}

interface Props {
  shape: MatrixShape;
  label: string;
  /** The cell whose segments are shown beside the grid. */
  opened?: { row: number; column: number } | null;
  onOpen?: (opened: OpenedCell) => void;
  /** Opens what the total of a row or a column counts; the other is then -1. */
  onOpenTotal?: (line: { row: number; column: number }) => void;
  /** What people wrote in the cells; then every cell opens. */
  words?: Words | null;
  /** The line by which the shape was put in order already, where somebody else does that. */
  sorting?: Sorting | null;
  onSort?: (sorting: Sorting | null) => void;
  /** What the grid says of itself for the cell that has the focus or the pointer. */
  tells?:
    | ((cell: OpenedCell, words: string) => Readonly<Record<string, string | undefined>>)
    | null;
  /** A menu is asked for on a cell, by the mouse or the key for it. */
  onMenu?: ((cell: OpenedCell, words: string, at: Element) => void) | null;
  /** Controls that stand beside the grid's own. */
  children?: ReactNode;
}

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-line]") : null;
  return cell ? { row: Number(cell.dataset.line), column: Number(cell.dataset.column) } : null;
}

/** How large everything is, from the texts and the room there is. */
function useSizes(
  shape: MatrixShape,
  write: Drawing["write"],
  heads: Drawing["totals"],
  room: number,
  banded: boolean,
  hasWords: boolean,
) {
  const fitted = useMemo(() => {
    const longestValue = sampled(shape.cells).reduce((most, cell) => {
      const text = written(cell, write);
      return Math.max(most, typeof cell.value === "number" ? text.length : 0);
    }, 1);
    const found = measures({
      rows: [...shape.rows, { label: heads.column, depth: 0 }],
      columns: shape.columns,
      longestValue,
      room,
      total: heads.row.length,
    });
    // Columns of words are wide enough for headings that are read across.
    const broad = { column: Math.max(found.column, WORDS_COLUMN), upright: true, head: 64 };
    return hasWords ? { ...found, ...broad } : found;
  }, [shape, write, heads, room, hasWords]);
  const totals = { row: shape.column_totals.length > 0, column: shape.row_totals.length > 0 };
  const edges = useMemo(
    () => ({
      top: fitted.head + (banded ? BAND : 0),
      bottom: shape.column_totals.length > 0 ? ROW : 0,
      left: fitted.heading,
      right: shape.row_totals.length > 0 ? fitted.total : 0,
    }),
    [fitted, banded, shape],
  );
  return { fitted, totals, edges };
}

/**
 * A matrix as a grid that the keyboard walks through and that draws only what is seen, both ways.
 * Headings put it in order, cells open what is behind them.
 */
export function MatrixGrid(props: Props) {
  const {
    shape,
    label,
    opened = null,
    onOpen,
    onOpenTotal,
    words = null,
    children,
    tells,
    onMenu,
  } = props;
  const { t, i18n } = useTranslation("display");
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const [stood, setActive] = useState<Place>({ row: 0, column: 0 });
  const [pointed, setPointed] = useState<Place | null>(null);
  const room = useRoom(frame);
  const isPrinting = usePrinting();
  const { sorting, setSorting, cells, order, lines, groups, rowAt } = useArrangement(shape, props);
  const [write, writeTotal] = useMemo(() => {
    const said = { yes: t("grid.yes"), no: t("grid.no") };
    const inForm = (form: string | undefined) => writer(form, i18n.language, said);
    return [inForm(shape.number), inForm(shape.total_number)];
  }, [shape.number, shape.total_number, i18n.language, t]);
  const heads = useMemo(
    () => ({
      row: shape.row_total || t("grid.total"),
      column: shape.column_total || t("grid.total"),
    }),
    [shape.row_total, shape.column_total, t],
  );
  const { fitted, totals, edges } = useSizes(
    shape,
    write,
    heads,
    room,
    groups.length > 0,
    words !== null,
  );
  const height = words ? WORDS_ROW : ROW;
  const extent = {
    rows: lines.length,
    columns: shape.columns.length,
    totals,
    page: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - (words ? 1 : 4)),
    skipped: (row: number) => lines[row]?.kind === "group",
  };
  const active = settled(stood, extent);
  const sizes = useMemo(
    () => ({
      row: (line: number) => (lines[line]?.kind === "group" ? GROUP : height),
      column: fitted.column,
      edges,
    }),
    [lines, fitted, edges, height],
  );
  useKeptPlace(scroller, "grid", true);
  const shown = useVirtualGrid(scroller, extent, sizes, active);
  useEffect(() => {
    if (wantsFocus.current) {
      wantsFocus.current = false;
      const at = `[data-line="${active.row}"][data-column="${active.column}"]`;
      scroller.current?.querySelector<HTMLElement>(at)?.focus({ preventScroll: true });
    }
  });
  const state = useCallback((name: string) => t(`grid.state.${name as "no data"}`), [t]);
  const step = (by: 1 | -1) => {
    const at = words?.editing;
    if (!at) return null;
    const column = order.columns[order.columns.indexOf(at.column) + by];
    if (column !== undefined) return { row: at.row, column };
    const row = order.rows[order.rows.indexOf(at.row) + by];
    const edge = by > 0 ? order.columns[0] : order.columns.at(-1);
    return row === undefined || edge === undefined ? null : { row, column: edge };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `step` goes by the order and the words
  const drawing: Drawing = useMemo(
    () => ({
      cells,
      columns: shape.columns,
      order: order.columns,
      sizes: fitted,
      write,
      writeTotal,
      state,
      totals: heads,
      sorting,
      hasTotal: shape.row_totals.length > 0,
      opensTotals: onOpenTotal !== undefined,
      words: words && { ...words, editor: words.editor(step) },
    }),
    [cells, shape, order, fitted, write, writeTotal, state, heads, sorting, words],
  );

  const cellAt = (place: Place): OpenedCell | null => {
    const row = rowAt(place.row);
    const column = order.columns[place.column];
    return row === null || column === undefined
      ? null
      : { cell: cells.at(row, column), row, column };
  };
  const isTotal = ({ row, column }: Place) =>
    onOpenTotal !== undefined &&
    ((column === order.columns.length && rowAt(row) !== null) ||
      (row === lines.length && order.columns[column] !== undefined));
  const openTotal = ({ row, column }: Place) =>
    onOpenTotal?.(
      row === lines.length
        ? { row: -1, column: order.columns[column] ?? -1 }
        : { row: rowAt(row) ?? -1, column: -1 },
    );
  const sortBy = (axis: Sorting["axis"], index: number | null | undefined) =>
    setSorting(nextSorting(sorting, axis, index ?? TOTALS));
  const act = (place: Place) => {
    const target = cellAt(place);
    if (target && (target.cell.query || words)) onOpen?.(target);
    if (target) return;
    if (isTotal(place)) openTotal(place);
    else if (place.row === -1 && place.column >= 0) sortBy("column", order.columns[place.column]);
    else if (place.column === -1 && place.row >= 0) sortBy("row", rowAt(place.row));
  };
  const go = (to: Place) => {
    wantsFocus.current = true;
    setActive(to);
    if (to.row >= 0 && to.row < lines.length) {
      shown.rows.scrollToIndex(to.row);
    }
    if (to.column >= 0 && to.column < shape.columns.length) {
      shown.columns.scrollToIndex(to.column);
    }
  };
  const keys = (event: KeyboardEvent) => {
    const enters = event.key === "Enter" || event.key === " ";
    const to = enters ? null : moved(active, event.key, event.ctrlKey || event.metaKey, extent);
    if (enters) {
      act(active);
    }
    if (to) {
      go(to);
    }
    if (enters || to) {
      event.preventDefault();
    }
  };
  const click = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place) {
      wantsFocus.current = true;
      setActive(place);
      act(place);
    }
  };
  const menu = (event: MouseEvent) => {
    const place = placeOf(event.target);
    const target = place && cellAt(place);
    if (!place || !target || !onMenu || words?.editing) return;
    event.preventDefault();
    setActive(place);
    onMenu(target, said(target.cell), event.target as Element);
  };
  const read = cellAt(pointed ?? active);
  const said = (found: Found) =>
    [found.state === "value" ? written(found, write) : state(found.state), found.note]
      .filter(Boolean)
      .join(" · ");
  const items = shown.columns.getVirtualItems();
  const width = edges.left + shape.columns.length * fitted.column + edges.right;
  const within = (line: number) => (active.row === line ? active.column : null);
  const line = { drawing, shown: items, open: null };
  return (
    <div className="grid-frame" ref={frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot draw only what is seen */}
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        className="grid-scroll"
        data-words={words ? "" : undefined}
        {...(read && tells?.(read, said(read.cell)))}
        aria-label={label}
        aria-rowcount={lines.length + 1 + (totals.row ? 1 : 0)}
        aria-colcount={shape.columns.length + 1 + (totals.column ? 1 : 0)}
        onKeyDown={keys}
        onClick={click}
        onContextMenu={menu}
        onMouseOver={(event) => setPointed(placeOf(event.target))}
        onMouseLeave={() => setPointed(null)}
        onFocus={(event) => setActive(placeOf(event.target) ?? active)}
      >
        <div
          role="presentation"
          className="grid-sizer"
          style={{
            width,
            height: shown.rows.getTotalSize(),
            ...(isPrinting && { zoom: Math.min(1, PAPER / width) }),
          }}
        >
          <HeadLine
            {...line}
            active={within(-1)}
            height={fitted.head}
            corner={t("grid.corner", {
              rows: shape.row_title || shape.rows.length,
              columns: shape.column_title || shape.columns.length,
            })}
            groups={groups}
          />
          {shown.rows.getVirtualItems().map((item) => {
            const drawn = lines[item.index];
            const place = { line: item.index, top: item.start };
            if (drawn?.kind === "group") {
              return <GroupLine key={item.key} {...place} label={drawn.label} />;
            }
            const heading = shape.rows[drawn?.index ?? -1];
            return drawn && heading ? (
              <RowLine
                key={item.key}
                {...line}
                {...place}
                active={within(item.index)}
                open={opened?.row === drawn.index ? order.columns.indexOf(opened.column) : null}
                row={drawn.index}
                heading={heading}
                total={shape.row_totals[drawn.index]}
                flat={sorting?.axis === "column"}
              />
            ) : null;
          })}
          {totals.row && (
            <TotalLine
              {...line}
              active={within(lines.length)}
              line={lines.length}
              totals={shape.column_totals}
            />
          )}
        </div>
      </div>
      <GridFoot
        reading={
          read && {
            row: nameOf(shape.rows[read.row]),
            column: nameOf(shape.columns[read.column]),
            said: said(read.cell),
          }
        }
        states={cells.states}
        text={() =>
          asTsv(shape, cells, order, { state, rowTotal: heads.row, columnTotal: heads.column })
        }
        onUnsort={sorting && (() => setSorting(null))}
      >
        {children}
      </GridFoot>
    </div>
  );
}
