import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Source } from "../../api/types";
import { Badge } from "../../components/Bits";
import { CellEditor } from "./CellEditor";
import { type CellText, keptValue } from "./cells";
import type { Column } from "./columns";

const TONES = { "to read": "plain", "in progress": "accent", coded: "good" } as const;
/** What the second line tells where there is no room for columns. */
const SECOND = ["kind", "case", "length"] as const;

interface Props {
  source: Source | null;
  line: number;
  top: number;
  height: number;
  columns: readonly Column[];
  isFlat: boolean;
  isActive: boolean;
  isFocusable: boolean;
  isChosen: boolean;
  /** The column whose cell the keys are on. */
  column: string | null;
  isEdited: boolean;
  cellText: CellText;
  /** In a group. */
  isBelow: boolean;
  /** The same object as long as the table is there, so that a line is drawn anew only when it changes. */
  doings: LineDoings;
}

export interface LineDoings {
  choose: (line: number) => void;
  save: (line: number, value: string) => void;
  leave: (line: number) => void;
}

function Status({ status }: { status: string }) {
  const { t } = useTranslation("collect");
  return (
    <Badge tone={TONES[status as keyof typeof TONES] ?? "plain"}>
      {t(`status.${status as "coded"}`)}
    </Badge>
  );
}

function Name({ source, second }: { source: Source; second: string }) {
  return (
    <>
      <a href={`#/reduce/${source.guid}`} tabIndex={-1} className="table-name clip" dir="auto">
        {source.name}
      </a>
      {second && (
        <small className="table-second">
          <span className="clip">{second}</span>
          <Status status={source.status} />
        </small>
      )}
    </>
  );
}

function cellClass(column: Column, isOn: boolean): string {
  const kind = column.id.startsWith("attribute:") ? "attribute" : column.id;
  return `table-cell ${kind} clip${column.isNumber ? " right" : ""}${isOn ? " on" : ""}`;
}

/** One source in the table. */
export const SourceLine = memo(function SourceLine(props: Props) {
  const { t } = useTranslation("collect");
  const { source, line, columns, column, isEdited, cellText } = props;
  const second =
    props.isFlat || !source
      ? ""
      : SECOND.map((id) => cellText(source, id))
          .filter(Boolean)
          .join(" · ");
  return (
    <tr
      data-line={line}
      aria-rowindex={line + 2}
      aria-selected={props.isChosen}
      aria-level={props.isBelow ? 2 : undefined}
      tabIndex={props.isFocusable ? 0 : -1}
      className={`table-line${props.isActive ? " active" : ""}`}
      style={{ top: props.top, height: props.height }}
    >
      <td className="table-tick">
        {source && (
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t("table.chooseOne", { name: source.name })}
            checked={props.isChosen}
            onClick={(event) => event.stopPropagation()}
            onChange={() => props.doings.choose(line)}
          />
        )}
      </td>
      {columns.map((one) => (
        <td key={one.id} data-column={one.id} className={cellClass(one, one.id === column)}>
          {source && one.id === column && isEdited && (
            <CellEditor
              column={one}
              name={source.name}
              value={keptValue(source, one.id)}
              onSave={(value) => props.doings.save(line, value)}
              onLeave={() => props.doings.leave(line)}
            />
          )}
          {source && !(one.id === column && isEdited) && (
            <Cell source={source} column={one} second={second} cellText={cellText} />
          )}
        </td>
      ))}
    </tr>
  );
});

interface CellProps {
  source: Source;
  column: Column;
  second: string;
  cellText: CellText;
}

function Cell({ source, column, second, cellText }: CellProps) {
  if (column.id === "name") return <Name source={source} second={second} />;
  if (column.id === "status") return <Status status={source.status} />;
  return <span dir="auto">{cellText(source, column.id)}</span>;
}
