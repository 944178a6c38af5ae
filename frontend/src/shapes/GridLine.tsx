import type { VirtualItem } from "@tanstack/react-virtual";
import { type CSSProperties, type HTMLAttributes, memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  type Found,
  type Heading,
  heat,
  type Lookup,
  nameOf,
  type Sorting,
  TOTALS,
} from "./matrix";

/** What every line of a grid is drawn with. */
export interface Drawing {
  cells: Lookup;
  columns: readonly Heading[];
  /** The columns in the order shown. */
  order: readonly number[];
  sizes: { heading: number; column: number; total: number; upright: boolean };
  write: (value: number) => string;
  writeTotal: (total: number) => string;
  /** A state in words. */
  state: (name: string) => string;
  /** The heads of the totals of rows and of columns. */
  totals: { row: string; column: string };
  sorting: Sorting | null;
  hasTotal: boolean;
  words: WordsDrawing | null;
  /** A total opens what it counts. */
  opensTotals: boolean;
}

/** What people wrote in the cells, and the one that is being written in. */
export interface WordsDrawing {
  at(row: number, column: number): ReactNode;
  editing: { row: number; column: number } | null;
  editor: ReactNode;
}

interface LineProps {
  drawing: Drawing;
  shown: readonly VirtualItem[];
  /** The column where the keyboard is, when it is in this line. */
  active: number | null;
  /** The column whose segments are open beside the grid, when it is in this line. */
  open: number | null;
}

const sorted = (sorting: Sorting | null, axis: Sorting["axis"], index: number) =>
  sorting?.axis === axis && sorting.index === index
    ? sorting.descending
      ? ("descending" as const)
      : ("ascending" as const)
    : undefined;

/** A part of the grid; one with a place takes the focus when the keyboard is there. */
function Box(props: HTMLAttributes<HTMLDivElement> & { at?: [number, number]; active?: boolean }) {
  const { at, active, ...rest } = props;
  const place = at ? { "data-line": at[0], "data-column": at[1], tabIndex: active ? 0 : -1 } : {};
  return <div {...rest} {...place} />;
}

/** A value as people read it. */
export function written(found: Found, write: Drawing["write"]): string {
  return typeof found.value === "number" ? write(found.value) : (found.value ?? "");
}

/** A total; where there is no data, its mark. */
const summed = (total: number | null | undefined, write: Drawing["write"]) =>
  total === null || total === undefined ? MARKS["no data"] : write(total);

/** The visible mark of a state that is not a value; the word itself is read out and in the key. */
export const MARKS: Record<string, string> = {
  "no data": "—",
  "not applicable": "∅",
  open: "…",
};

export function Dot({ colour }: { colour: string | null | undefined }) {
  return colour ? <span className="grid-dot" style={{ backgroundColor: colour }} /> : null;
}

/** A cell people write in: its figure above, and their words or the editor. */
function Worded(props: {
  words: WordsDrawing;
  row: number;
  column: number;
  found: Found;
  figure: ReactNode;
}) {
  const { words, row, column, found, figure } = props;
  const isEdited = words.editing?.row === row && words.editing.column === column;
  return (
    <>
      <span className="grid-figure">{found.told ? "" : figure}</span>
      {isEdited ? words.editor : words.at(row, column)}
    </>
  );
}

/** What the look of a cell goes by; subtotals have no shade among what they are made of. */
function marksOf(found: Found, { cells, words }: Drawing, isSummed: boolean) {
  const plain = found.state === "value";
  return {
    "data-subtotal": isSummed ? "" : undefined,
    "data-heat": plain && !isSummed ? heat(found.value, cells.greatest) : undefined,
    "data-state": plain ? undefined : found.state,
    "data-opens": found.query || words ? "" : undefined,
    "data-note": found.note ? "" : undefined,
    "data-negative": typeof found.value === "number" && found.value < 0 ? "" : undefined,
    "data-word": typeof found.value === "string" ? "" : undefined,
  };
}

/** Kept as it is while others come into sight: hundreds are drawn, few of them new. */
const ValueCell = memo(function ValueCell(props: {
  drawing: Drawing;
  item: VirtualItem;
  line: number;
  row: number;
  rowLabel: string;
  subtotal: boolean;
  active: boolean;
  open: boolean;
}) {
  const { drawing, item, line, row, rowLabel, subtotal, active, open } = props;
  const column = drawing.order[item.index] ?? 0;
  const found = drawing.cells.at(row, column);
  const plain = found.state === "value";
  const text = written(found, drawing.write);
  const said = plain ? text : drawing.state(found.state);
  const { words } = drawing;
  const parts = [said, found.note].filter(Boolean);
  const named = `${rowLabel}, ${nameOf(drawing.columns[column])}`;
  const figure = plain ? text : (MARKS[found.state] ?? said);
  const marks = marksOf(found, drawing, subtotal || drawing.columns[column]?.subtotal === true);
  return (
    <Box
      role="gridcell"
      className="grid-cell"
      aria-colindex={item.index + 2}
      aria-label={words ? undefined : `${named}: ${parts.join(". ")}`}
      aria-selected={open}
      at={[line, item.index]}
      active={active}
      title={found.note ?? undefined}
      style={{ left: item.start, width: item.size }}
      {...marks}
    >
      {words ? (
        <>
          <span className="sr-only">{named}: </span>
          <Worded words={words} row={row} column={column} found={found} figure={figure} />
        </>
      ) : (
        figure
      )}
    </Box>
  );
});

export const RowLine = memo(function RowLine(
  props: LineProps & {
    line: number;
    row: number;
    top: number;
    heading: Heading;
    total: number | null | undefined;
    flat: boolean;
  },
) {
  const { drawing, shown, active, open, line, row, top, heading, total, flat } = props;
  const indent = { "--depth": flat ? 0 : heading.depth } as CSSProperties;
  return (
    <Box
      role="row"
      className="grid-row"
      aria-rowindex={line + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      <Box
        role="rowheader"
        className="grid-name"
        aria-colindex={1}
        aria-sort={sorted(drawing.sorting, "row", row)}
        at={[line, -1]}
        active={active === -1}
        title={nameOf(heading)}
        data-subtotal={heading.subtotal ? "" : undefined}
        style={{ width: drawing.sizes.heading, ...indent }}
      >
        <Dot colour={heading.colour} />
        <span className="grid-label">{heading.label}</span>
      </Box>
      {shown.map((item) => (
        <ValueCell
          key={item.key}
          drawing={drawing}
          item={item}
          line={line}
          row={row}
          rowLabel={nameOf(heading)}
          subtotal={heading.subtotal === true}
          active={active === item.index}
          open={open === item.index}
        />
      ))}
      {drawing.hasTotal && (
        <Box
          role="gridcell"
          className="grid-total"
          aria-colindex={drawing.order.length + 2}
          at={[line, drawing.order.length]}
          active={active === drawing.order.length}
          data-opens={drawing.opensTotals && total ? "" : undefined}
          data-subtotal={heading.subtotal ? "" : undefined}
          style={{ width: drawing.sizes.total }}
        >
          {summed(total, drawing.writeTotal)}
        </Box>
      )}
    </Box>
  );
});

export function GroupLine({ label, line, top }: { label: string; line: number; top: number }) {
  return (
    <Box
      role="row"
      className="grid-row grid-group"
      aria-rowindex={line + 2}
      style={{ transform: `translateY(${top}px)` }}
    >
      <Box role="rowheader" aria-colindex={1} className="grid-group-name">
        {label}
      </Box>
    </Box>
  );
}

/** The headings of the columns; choosing one puts the rows in order by it. */
export function HeadLine(
  props: LineProps & { height: number; corner: string; groups: readonly GroupRun[] },
) {
  const { drawing, shown, active, height, corner, groups } = props;
  const banded = groups.length > 0;
  const edge = { "--heading": `${drawing.sizes.heading}px` } as CSSProperties;
  return (
    <Box
      role="row"
      className="grid-head"
      aria-rowindex={1}
      data-upright={drawing.sizes.upright ? "" : undefined}
      data-banded={banded ? "" : undefined}
      style={{ height: height + (banded ? BAND : 0), ...edge }}
    >
      <Box
        role="columnheader"
        className="grid-corner"
        aria-colindex={1}
        at={[-1, -1]}
        active={active === -1}
        style={{ width: drawing.sizes.heading }}
      >
        {corner}
      </Box>
      {groups.map((run) => (
        <span
          key={run.start}
          aria-hidden="true"
          className="grid-band"
          title={run.label}
          style={{
            left: drawing.sizes.heading + run.start * drawing.sizes.column,
            width: run.count * drawing.sizes.column,
          }}
        >
          <span>{run.label}</span>
        </span>
      ))}
      {shown.map((item) => {
        const column = drawing.order[item.index] ?? 0;
        const heading = drawing.columns[column];
        return (
          <Box
            key={item.key}
            role="columnheader"
            className="grid-title"
            aria-colindex={item.index + 2}
            aria-sort={sorted(drawing.sorting, "column", column)}
            at={[-1, item.index]}
            active={active === item.index}
            title={[heading?.group, nameOf(heading)].filter(Boolean).join(" · ")}
            data-subtotal={heading?.subtotal ? "" : undefined}
            style={{ left: item.start, width: item.size, height }}
          >
            <Dot colour={heading?.colour} />
            <span className="grid-label">{heading?.label}</span>
          </Box>
        );
      })}
      {drawing.hasTotal && (
        <Box
          role="columnheader"
          className="grid-title grid-total"
          aria-colindex={drawing.order.length + 2}
          aria-sort={sorted(drawing.sorting, "column", TOTALS)}
          at={[-1, drawing.order.length]}
          active={active === drawing.order.length}
          style={{ width: drawing.sizes.total }}
        >
          <span className="grid-label">{drawing.totals.row}</span>
        </Box>
      )}
    </Box>
  );
}

export interface GroupRun {
  label: string;
  start: number;
  count: number;
}

/** The height of the line that names groups of columns. */
export const BAND = 26;

export function TotalLine(props: LineProps & { line: number; totals: readonly (number | null)[] }) {
  const { drawing, shown, active, line, totals } = props;
  const { t } = useTranslation("display");
  return (
    <Box role="row" className="grid-totals" aria-rowindex={line + 2}>
      <Box
        role="rowheader"
        className="grid-name"
        aria-colindex={1}
        aria-sort={sorted(drawing.sorting, "row", TOTALS)}
        at={[line, -1]}
        active={active === -1}
        style={{ width: drawing.sizes.heading }}
      >
        <span className="grid-label">{drawing.totals.column}</span>
      </Box>
      {shown.map((item) => (
        <Box
          key={item.key}
          role="gridcell"
          className="grid-cell"
          aria-colindex={item.index + 2}
          at={[line, item.index]}
          active={active === item.index}
          data-opens={drawing.opensTotals ? "" : undefined}
          style={{ left: item.start, width: item.size }}
        >
          {summed(totals[drawing.order[item.index] ?? 0], drawing.writeTotal)}
        </Box>
      ))}
      {drawing.hasTotal && (
        <Box
          role="gridcell"
          className="grid-total"
          aria-colindex={drawing.order.length + 2}
          at={[line, drawing.order.length]}
          active={active === drawing.order.length}
          style={{ width: drawing.sizes.total }}
        >
          <span className="sr-only">{t("grid.none")}</span>
        </Box>
      )}
    </Box>
  );
}
