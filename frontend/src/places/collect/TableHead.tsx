import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/Icon";
import { useSourceView } from "../../stores/source-view";
import type { Column } from "./columns";

const STEP = 16;
const LEAST = 64;
const MOST = 640;

interface Props {
  columns: readonly Column[];
  isAll: boolean | "mixed";
  sort: readonly string[];
  widthOf: (column: Column) => number;
  onAll: (isChosen: boolean) => void;
  onSort: (by: string, more: boolean) => void;
}

/** A bar at the end of a column's head: dragged, or moved with the arrows. */
function Resizer({ column, width }: { column: Column; width: number }) {
  const { t } = useTranslation("collect");
  const setWidth = useSourceView((view) => view.setWidth);
  const resize = (to: number) =>
    setWidth(column.id, Math.round(Math.min(MOST, Math.max(LEAST, to))));
  const drag = (event: React.PointerEvent<HTMLElement>) => {
    event.preventDefault();
    const from = event.clientX;
    const bar = event.currentTarget;
    const before = bar.parentElement?.offsetWidth ?? width;
    bar.setPointerCapture(event.pointerId);
    bar.onpointermove = (moved) => resize(before + moved.clientX - from);
    bar.onlostpointercapture = () => {
      bar.onpointermove = null;
    };
  };
  return (
    <hr
      className="table-resizer"
      aria-orientation="vertical"
      aria-label={t("table.resize", { column: column.label })}
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        resize(width + step);
      }}
    />
  );
}

const TYPE = "application/x-jejak-column";

/** The order of the columns after one was dropped before another. */
export function droppedBefore(all: readonly string[], one: string, other: string): string[] {
  if (one === other || !all.includes(one)) return [...all];
  const rest = all.filter((id) => id !== one);
  const at = rest.indexOf(other);
  const isForward = all.indexOf(one) < all.indexOf(other);
  const place = at < 0 ? 0 : at + (isForward ? 1 : 0);
  return [...rest.slice(0, place), one, ...rest.slice(place)];
}

/** The heads of the columns: sorted by a click, moved by dragging, made wider at their ends. */
export function TableHead({ columns, isAll, sort, widthOf, onAll, onSort }: Props) {
  const { t } = useTranslation("collect");
  const { columns: order, setColumns } = useSourceView();
  const [over, setOver] = useState<string | null>(null);
  const drop = (event: DragEvent, column: Column) => {
    const one = event.dataTransfer.getData(TYPE);
    setOver(null);
    if (!one) return;
    event.preventDefault();
    setColumns(droppedBefore(order, one, column.id));
  };
  return (
    <thead>
      <tr aria-rowindex={1} className="table-head">
        <th scope="col" className="table-tick">
          <input
            type="checkbox"
            aria-label={t("table.chooseAll")}
            checked={isAll === true}
            ref={(box) => {
              if (box) box.indeterminate = isAll === "mixed";
            }}
            onChange={(event) => onAll(event.target.checked)}
          />
        </th>
        {columns.map((column) => {
          const level = sort.findIndex((one) => one.replace(/^-/, "") === column.id);
          const isDown = sort[level]?.startsWith("-") ?? false;
          return (
            <th
              key={column.id}
              scope="col"
              className={`table-cell ${column.id}${column.isNumber ? " right" : ""}${over === column.id ? " over" : ""}`}
              aria-sort={level === 0 ? (isDown ? "descending" : "ascending") : undefined}
              onDragOver={(event) => {
                if (!event.dataTransfer.types.includes(TYPE)) return;
                event.preventDefault();
                setOver(column.id);
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => drop(event, column)}
            >
              <button
                type="button"
                draggable={column.id !== "name"}
                onDragStart={(event) => event.dataTransfer.setData(TYPE, column.id)}
                onClick={(event) => onSort(column.id, event.shiftKey)}
                title={t("table.sortHint")}
              >
                <span className="clip">{column.label}</span>
                {level >= 0 && <Icon name={isDown ? "down" : "up"} size={13} />}
                {level >= 0 && sort.length > 1 && <small className="number">{level + 1}</small>}
              </button>
              <Resizer column={column} width={widthOf(column)} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
