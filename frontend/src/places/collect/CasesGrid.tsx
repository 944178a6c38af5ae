import { useVirtualizer } from "@tanstack/react-virtual";
import { type ClipboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { CaseColumns } from "../../api/case-table";
import { useReadOnly } from "../../stores/read-only";
import { CasesHead } from "./CasesHead";
import { CaseLine } from "./CasesLine";
import {
  areaOf,
  type GridColumn,
  type GridLine,
  isWritable,
  type Selection,
  type Spot,
  valueAt,
} from "./cases-grid";
import { useGridKeys } from "./cases-keys";
import { type Cells, cellsFrom, tableOf, textOf } from "./paste";
import "./cases-grid.css";

const LINE = 34;

/** What was typed in a cell and is not in the study: why not, or null while the answer is awaited. */
export interface Refused {
  readonly value: string;
  readonly why: string | null;
}

export const cellKey = (guid: string, column: string) => `${guid} ${column}`;

/** What is being written in the active cell. */
export interface Editing {
  readonly text: string;
  /** It began with typing: what was there is written over. */
  readonly fresh: boolean;
  /** What stood in the study when it began. */
  readonly seen: string;
}

interface Props {
  columns: CaseColumns;
  grid: readonly GridColumn[];
  lines: readonly GridLine[];
  sort: string;
  onSort: (sort: string) => void;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  editing: Editing | null;
  onEdit: (editing: Editing | null) => void;
  refused: ReadonlyMap<string, Refused>;
  onWrite: (spot: Spot, value: string, seen: string) => void;
  onClear: () => void;
  onCopy: () => Cells;
  onPaste: (cells: Cells) => void;
  onAttribute: (column: GridColumn) => void;
}

const idOf = (line: number, column: number) => `case-cell-${line}-${column}`;

/** Where a pointer is, as a spot of the grid. */
function spotAt(event: PointerEvent): Spot | null {
  const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-column]");
  const line = cell?.closest("[data-line]");
  if (!(cell instanceof HTMLElement) || !(line instanceof HTMLElement)) return null;
  return {
    line: Number(line.getAttribute("data-line")),
    column: Number(cell.getAttribute("data-column")),
  };
}

/** The cases as a grid that is worked in like a spreadsheet. */
export function CasesGrid(props: Props) {
  const { columns, grid, lines, selection, onSelect, editing, onEdit, refused } = props;
  const { t } = useTranslation("cases");
  const isReadOnly = useReadOnly() !== null;
  const scroller = useRef<HTMLDivElement>(null);
  const area = areaOf(selection);
  const { active } = selection;
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 10,
    // The heads stand above the lines, and over them once they are scrolled.
    scrollMargin: LINE,
    scrollPaddingStart: LINE,
  });
  const spotText = ({ line, column }: Spot) => {
    const at = lines[line];
    const of = grid[column];
    if (of && at?.kind === "new") return refused.get(cellKey("", of.id))?.value ?? "";
    if (!of || at?.kind !== "case") return "";
    const guid = columns.guid[at.at] ?? "";
    return refused.get(cellKey(guid, of.id))?.value ?? valueAt(columns, at.at, of);
  };
  const standing = ({ line, column }: Spot) => {
    const at = lines[line];
    const of = grid[column];
    return of && at?.kind === "case" ? valueAt(columns, at.at, of) : "";
  };
  const begin = (text: string | null) => {
    const column = grid[active.column];
    const line = lines[active.line];
    const isOpen =
      line?.kind === "new" ? column?.kind === "name" : line && column && isWritable(column);
    if (isOpen && !isReadOnly)
      onEdit({
        text: text ?? spotText(active),
        fresh: text !== null,
        seen: standing(active),
      });
  };
  const press = useGridKeys({ lines, grid, selection, onSelect, begin, onClear: props.onClear });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell the keyboard is in comes into sight
  useEffect(() => {
    rows.scrollToIndex(active.line, { align: "auto" });
    const at = grid.slice(1, active.column).reduce((sum, { width }) => sum + width, 0);
    const box = scroller.current;
    const first = grid[0]?.width ?? 0;
    const width = grid[active.column]?.width ?? 0;
    if (!box || active.column === 0) return;
    if (at < box.scrollLeft) box.scrollLeft = at;
    if (at + width + first > box.scrollLeft + box.clientWidth)
      box.scrollLeft = at + width + first - box.clientWidth;
  }, [active.line, active.column]);
  useEffect(() => {
    if (editing === null && document.activeElement === document.body) scroller.current?.focus();
  }, [editing]);
  const copy = (event: ClipboardEvent, isCut: boolean) => {
    if (editing !== null) return;
    event.preventDefault();
    const cells = props.onCopy();
    event.clipboardData.setData("text/plain", textOf(cells));
    event.clipboardData.setData("text/html", tableOf(cells));
    if (isCut) props.onClear();
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const spot = spotAt(event);
    if (
      event.button !== 0 ||
      !spot ||
      (event.target as Element).closest("a, button, input, select")
    )
      return;
    if (lines[spot.line]?.kind === "group") return;
    const anchor = event.shiftKey ? selection.anchor : spot;
    onSelect({ anchor, active: spot });
    const box = event.currentTarget;
    box.setPointerCapture(event.pointerId);
    box.onpointermove = (now) => {
      const over = spotAt(now as unknown as PointerEvent);
      if (over && lines[over.line]?.kind !== "group") onSelect({ anchor, active: over });
    };
    box.onlostpointercapture = () => {
      box.onpointermove = null;
    };
  };
  const leave = (spot: Spot) => {
    onEdit(null);
    onSelect({ anchor: spot, active: spot });
    scroller.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot draw only what is seen
    <div
      ref={scroller}
      className="case-grid"
      role="grid"
      aria-label={t("label")}
      aria-multiselectable="true"
      aria-rowcount={lines.length + 1}
      aria-colcount={grid.length}
      aria-activedescendant={idOf(active.line, active.column)}
      tabIndex={0}
      onKeyDown={(event) =>
        editing === null && event.target === event.currentTarget && press(event)
      }
      onCopy={(event) => copy(event, false)}
      onCut={(event) => copy(event, true)}
      onPaste={(event) => {
        if (editing !== null) return;
        event.preventDefault();
        props.onPaste(cellsFrom(event.clipboardData));
      }}
      onPointerDown={drag}
      onDoubleClick={(event) => {
        if (!(event.target as Element).closest("a, button, input, select")) begin(null);
      }}
      style={
        { "--columns": grid.map(({ width }) => `${width}px`).join(" ") } as React.CSSProperties
      }
    >
      <CasesHead
        grid={grid}
        sort={props.sort}
        onSort={props.onSort}
        onAttribute={props.onAttribute}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: rows that stand where they are put */}
      <div role="rowgroup" className="case-grid-body" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <CaseLine
              key={index}
              index={index}
              top={start - LINE}
              line={line}
              columns={columns}
              grid={grid}
              area={index >= area.top && index <= area.bottom ? area : null}
              active={index === active.line ? active.column : -1}
              editing={index === active.line ? editing : null}
              refused={refused}
              idOf={idOf}
              onType={(text) => editing && onEdit({ ...editing, text, fresh: false })}
              onWrite={(value, to) => {
                props.onWrite(active, value, editing?.seen ?? standing(active));
                leave(to);
              }}
              onCancel={() => leave(active)}
              lines={lines}
            />
          );
        })}
      </div>
    </div>
  );
}
