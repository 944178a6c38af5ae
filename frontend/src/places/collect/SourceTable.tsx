import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import type { Source } from "../../api/types";
import { goTo } from "../../app/hash";
import { startDrag } from "../../lib/drag";
import { useDrawnLines } from "../../lib/printing";
import { useReadOnly } from "../../stores/read-only";
import { useSourceView } from "../../stores/source-view";
import { useCellText, useGroupName } from "./cells";
import { type Choice, holds, markOf, withSources } from "./choosing";
import { type Column, fitting } from "./columns";
import { GroupLine } from "./GroupLine";
import { type Group, Lines } from "./lines";
import { type LineDoings, SourceLine } from "./SourceLine";
import { TableHead } from "./TableHead";
import { lineAfter, type TableKey, tableKey } from "./tableKeys";
import type { SourceColumns } from "./useSourceColumns";
import { type Asked, useGuidsBetween, useTableRows } from "./useTableRows";
import { useWidth } from "./useWidth";
import "./source-table.css";

const LINE = 40;
const TALL = 58;
const HEAD = 36;
/** Narrower than this, sources are told in two lines. */
const NARROW = 620;
const NO_FOLDS: ReadonlySet<string> = new Set();

const GRID = { role: "grid", "aria-multiselectable": true } as const;
/** Lines below the heads of their groups. */
const TREE = { role: "treegrid", "aria-multiselectable": true } as const;

interface Props {
  asked: Asked & { sort: readonly string[] };
  total: number;
  groups: readonly Group[];
  columns: SourceColumns;
  active: string | null;
  choice: Choice;
  onActive: (source: Source) => void;
  onChoice: (choice: Choice) => void;
  onAll: (isChosen: boolean) => void;
  onSort: (by: string, more: boolean) => void;
  onCopy: () => void;
  onRemove: () => void;
  onSave: (source: Source, column: Column, value: string) => void;
}

/** All sources, a window of them at a time; walked, chosen and written over by mouse and keys. */
export function SourceTable({ asked, total, groups, columns, active, choice, ...on }: Props) {
  const { t } = useTranslation("collect");
  const scroller = useRef<HTMLDivElement>(null);
  const widths = useSourceView((view) => view.widths);
  const cellText = useCellText();
  const groupName = useGroupName();
  const room = useWidth(scroller);
  const isFlat = room === 0 || room >= NARROW;
  const height = isFlat ? LINE : TALL;
  const widthOf = (column: Column) => widths[column.id] ?? column.width;
  const visible = isFlat
    ? [columns.name, ...fitting(columns.shown, widthOf, room || 1200)]
    : [columns.name];
  const shape = visible.map(({ id }) => id).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same columns are the same list
  const shown = useMemo(() => visible, [shape, columns]);
  const [folds, setFolds] = useState<{ of: string; values: ReadonlySet<string> } | null>(null);
  const folded = folds !== null && folds.of === asked.group ? folds.values : NO_FOLDS;
  const lines = useMemo(() => new Lines(total, groups, folded), [total, groups, folded]);
  const [cursor, setCursor] = useState(0);
  const [column, setColumn] = useState<string | null>(null);
  const isReadOnly = useReadOnly() !== null;
  const [edited, setEdited] = useState(false);
  const anchor = useRef(0);
  // A cell is saved over what its person saw when they began to write.
  const begun = useRef<Source>(null);
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
    rangeExtractor: useDrawnLines(),
    scrollPaddingStart: HEAD,
  });
  const items = virtual.getVirtualItems();
  const inView = items.flatMap(({ index }) => lines.at(index)?.row ?? []);
  const rows = useTableRows(asked, inView[0] ?? 0, inView.at(-1) ?? 0);
  const between = useGuidsBetween(asked);
  const activeRow = [...rows].find(([, source]) => source.guid === active)?.[0];
  const at = activeRow === undefined ? Math.min(cursor, lines.count - 1) : lines.of(activeRow);

  // Another height, or another question, begins at the top.
  const question = JSON.stringify([asked, height]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever else changes, one stays where one is
  useEffect(() => {
    virtual.measure();
    virtual.scrollToOffset(0);
    setCursor(0);
    setEdited(false);
  }, [question]);

  const focusLine = (line: number) => {
    let tries = 0;
    const look = () => {
      const found = scroller.current?.querySelector<HTMLElement>(`[data-line="${line}"]`);
      tries += 1;
      if (found) found.focus({ preventScroll: true });
      else if (tries < 8) requestAnimationFrame(look);
    };
    virtual.scrollToIndex(line);
    // A line that is drawn has the focus before the next press, which goes on from there.
    look();
  };
  const fold = (value: string) => {
    const now = new Set(folded);
    if (!now.delete(value)) now.add(value);
    setFolds({ of: asked.group ?? "", values: now });
  };
  const asking = useRef(0);
  const chooseTo = async (row: number) => {
    asking.current += 1;
    const mine = asking.current;
    const guids = await between(anchor.current, row);
    if (mine !== asking.current) return;
    on.onChoice({ kind: "some", guids: new Set(guids) });
  };
  const step = (line: number, isRange: boolean) => {
    const row = lines.at(line)?.row;
    setCursor(line);
    setEdited(false);
    const source = row === undefined ? undefined : rows.get(row);
    if (source) on.onActive(source);
    if (row !== undefined && isRange) void chooseTo(row);
    else if (row !== undefined) anchor.current = row;
    focusLine(line);
  };
  const sideways = (by: 1 | -1) => {
    const now = shown.findIndex(({ id }) => id === column);
    setColumn(shown[Math.min(shown.length - 1, now + by)]?.id ?? null);
  };
  const edit = (of: string | null) => {
    const found = shown.find(({ id }) => id === (of ?? "name"));
    if (!found?.edit || isReadOnly) return false;
    begun.current = [...rows.values()].find(({ guid }) => guid === active) ?? null;
    setColumn(found.id);
    setEdited(true);
    return true;
  };
  const toggle = (source: Source, row: number) => {
    asking.current += 1;
    anchor.current = row;
    on.onChoice(withSources(choice, [source.guid], !holds(choice, source.guid)));
  };
  const open = (source: Source) => {
    if (column === null || column === "name" || !edit(column)) goTo(`/reduce/${source.guid}`);
  };
  const onGroup = (value: string, key: TableKey): boolean => {
    const isFolded = folded.has(value);
    const opens = key.do === "column" && isFolded === key.step > 0;
    if (!opens && key.do !== "open" && key.do !== "toggle") return false;
    fold(value);
    return true;
  };
  const onSource = (source: Source, row: number, key: TableKey): boolean => {
    const doings: Partial<Record<TableKey["do"], () => void>> = {
      open: () => open(source),
      edit: () => edit(column),
      toggle: () => toggle(source, row),
    };
    doings[key.do]?.();
    if (key.do === "column") sideways(key.step);
    return key.do in doings || key.do === "column";
  };
  const everywhere = (key: TableKey): boolean => {
    const doings: Partial<Record<TableKey["do"], () => void>> = {
      all: () => on.onAll(true),
      none: () => {
        asking.current += 1;
        on.onAll(false);
        setColumn(null);
      },
      copy: on.onCopy,
      remove: on.onRemove,
    };
    doings[key.do]?.();
    return key.do in doings;
  };
  const act = (line: number, key: TableKey) => {
    const { group, row } = lines.at(line) ?? {};
    const source = row === undefined ? undefined : rows.get(row);
    const isDone =
      (group !== undefined && onGroup(group.value, key)) ||
      (source !== undefined && row !== undefined && onSource(source, row, key));
    if (!isDone) everywhere(key);
  };
  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(".table-line")) return;
    const key = tableKey(event);
    if (!key || (key.do === "copy" && String(getSelection()) !== "")) return;
    event.preventDefault();
    const line = Number(event.target.dataset.line ?? at);
    if (key.do !== "move") return act(line, key);
    const page = Math.floor((scroller.current?.clientHeight ?? LINE) / height) - 1;
    step(lineAfter(key.to, line, lines.count, page), event.shiftKey);
  };
  const lineOf = (event: MouseEvent) => {
    const line =
      event.target instanceof Element && event.target.closest<HTMLElement>(".table-line");
    const row = line ? lines.at(Number(line.dataset.line))?.row : undefined;
    const source = row === undefined ? undefined : rows.get(row);
    const cell = event.target instanceof Element && event.target.closest<HTMLElement>("td");
    return { row, source, of: cell ? (cell.dataset.column ?? null) : null };
  };
  const click = (event: MouseEvent) => {
    const { row, source, of } = lineOf(event);
    if (row === undefined || !source) return;
    setCursor(lines.of(row));
    setColumn(of === "name" ? null : of);
    setEdited(false);
    on.onActive(source);
    if (event.shiftKey) {
      getSelection()?.removeAllRanges();
      void chooseTo(row);
    } else if (event.ctrlKey || event.metaKey) toggle(source, row);
    else {
      anchor.current = row;
      on.onAll(false);
    }
  };
  const doubleClick = (event: MouseEvent) => {
    const { source, of } = lineOf(event);
    if (source && (of === null || of === "name" || !edit(of))) goTo(`/reduce/${source.guid}`);
  };
  const sourceAt = (line: number) => {
    const row = lines.at(line)?.row;
    const source = row === undefined ? undefined : rows.get(row);
    return { row, source };
  };
  const latest = useRef<LineDoings>(null);
  useEffect(() => {
    latest.current = {
      choose: (line) => {
        const { row, source } = sourceAt(line);
        if (source && row !== undefined) toggle(source, row);
      },
      save: (line, value) => {
        const { source } = sourceAt(line);
        const of = shown.find(({ id }) => id === column);
        if (source && of) on.onSave(begun.current ?? source, of, value);
      },
      leave: (line) => {
        setEdited(false);
        focusLine(line);
      },
    };
  });
  const doings = useMemo<LineDoings>(
    () => ({
      choose: (line) => latest.current?.choose(line),
      save: (line, value) => latest.current?.save(line, value),
      leave: (line) => latest.current?.leave(line),
    }),
    [],
  );
  const focus = (event: FocusEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(".table-line")) return;
    const line = Number(event.target.dataset.line);
    if (line === at) return;
    setCursor(line);
    const { source } = sourceAt(line);
    if (source) on.onActive(source);
  };
  const grid = [
    "40px",
    `minmax(${Math.max(180, widths.name ?? 0)}px, 1fr)`,
    ...shown.slice(1).map((one) => `${widthOf(one)}px`),
  ].join(" ");
  return (
    <div ref={scroller} className={`table${isFlat ? "" : " tall"}`}>
      <table
        {...(groups.length > 0 ? TREE : GRID)}
        aria-label={t("table.label")}
        aria-rowcount={lines.count + 1}
        tabIndex={-1}
        style={{ ["--grid" as string]: grid }}
        onFocus={focus}
        onKeyDown={press}
        onClick={click}
        onDoubleClick={doubleClick}
        onDragStart={(event) => {
          const { source } = lineOf(event);
          if (!source || event.target instanceof HTMLButtonElement) return;
          const mine = choice.kind === "some" && holds(choice, source.guid);
          startDrag(event.nativeEvent, { sources: mine ? [...choice.guids] : [source.guid] });
        }}
      >
        <TableHead
          columns={shown}
          isAll={markOf(choice)}
          sort={asked.sort}
          widthOf={widthOf}
          onAll={on.onAll}
          onSort={on.onSort}
        />
        <tbody style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const { group, row } = lines.at(index) ?? {};
            if (group) {
              return (
                <GroupLine
                  key={`group ${group.value}`}
                  name={groupName(asked.group ?? "", group.value)}
                  count={group.count}
                  isFolded={folded.has(group.value)}
                  line={index}
                  top={start}
                  height={height}
                  span={shown.length + 1}
                  isFocusable={index === at}
                  onFold={() => fold(group.value)}
                />
              );
            }
            const source = row === undefined ? undefined : rows.get(row);
            const isOn = index === at;
            return (
              <SourceLine
                key={index}
                source={source ?? null}
                line={index}
                top={start}
                height={height}
                columns={shown}
                isFlat={isFlat}
                isActive={source?.guid === active && source !== undefined}
                isFocusable={isOn}
                isChosen={source !== undefined && holds(choice, source.guid)}
                column={isOn ? column : null}
                isEdited={isOn && edited}
                cellText={cellText}
                isBelow={groups.length > 0}
                doings={doings}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
