import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { CaseColumns } from "../../api/case-table";
import { Icon } from "../../components/Icon";
import { CasesEditor } from "./CasesEditor";
import { cellKey, type Editing, type Refused } from "./CasesGrid";
import {
  type Area,
  type GridColumn,
  type GridLine,
  isIn,
  isWritable,
  type Spot,
  valueAt,
} from "./cases-grid";
import { useShown } from "./cases-words";

interface Props {
  index: number;
  top: number;
  line: GridLine;
  lines: readonly GridLine[];
  columns: CaseColumns;
  grid: readonly GridColumn[];
  area: Area | null;
  active: number;
  editing: Editing | null;
  refused: ReadonlyMap<string, Refused>;
  idOf: (line: number, column: number) => string;
  onType: (text: string) => void;
  onWrite: (value: string, to: Spot) => void;
  onCancel: () => void;
}

interface CellProps extends Props {
  column: GridColumn;
  number: number;
}

/** What a cell is to a screen reader, and how it looks. */
function faceOf({ index, column, number, active, area, idOf }: CellProps, typed?: Refused) {
  const isChosen = area !== null && isIn(area, index, number);
  const states = [
    "case-cell",
    column.kind,
    column.attribute?.type,
    number === active && "active",
    isChosen && "chosen",
    typed && (typed.why === null ? "awaited" : "wrong"),
  ];
  return {
    id: idOf(index, number),
    role: column.kind === "name" ? "rowheader" : "gridcell",
    className: states.filter(Boolean).join(" "),
    "data-column": number,
    "aria-colindex": number + 1,
    "aria-selected": isChosen,
    "aria-readonly": !isWritable(column),
    ...(typed && typed.why !== null && { "aria-invalid": true, title: typed.why }),
  };
}

function Cell(props: CellProps) {
  const { line, columns, column, number, active, editing, refused } = props;
  const { t } = useTranslation("cases");
  const shown = useShown();
  if (number === active && editing) {
    return (
      <div {...faceOf(props)}>
        <CasesEditor {...props} editing={editing} />
      </div>
    );
  }
  if (line.kind !== "case") {
    const unsaved = refused.get(cellKey("", column.id));
    return (
      <div {...faceOf(props, unsaved)}>
        {unsaved && <span>{unsaved.value}</span>}
        {!unsaved && column.kind === "name" && <span className="muted">{t("newCase")}</span>}
      </div>
    );
  }
  const kept = valueAt(columns, line.at, column);
  const typed = refused.get(cellKey(columns.guid[line.at] ?? "", column.id));
  const isMissing = column.kind === "consent" && kept !== "given";
  return (
    <div {...faceOf(props, typed)}>
      {(typed?.why || isMissing) && <Icon name="warning" size={14} />}
      <span className="clip" dir="auto">
        {typed?.why ? typed.value : shown(column, typed?.value ?? kept)}
      </span>
    </div>
  );
}

/** A line of the grid: a case, the head of a group, or the place for a new case. */
export const CaseLine = memo(function CaseLine(props: Props) {
  const { index, top, line, grid } = props;
  const style = { transform: `translateY(${top}px)` };
  if (line.kind === "group") {
    return (
      // biome-ignore lint/a11y/useSemanticElements: see above
      // biome-ignore lint/a11y/useFocusableInteractive: see above
      <div role="row" className="case-line group" style={style} aria-rowindex={index + 2}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: see above */}
        <div role="rowheader" aria-colspan={grid.length}>
          <span>{line.label}</span> <span className="muted number">{line.count}</span>
        </div>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      role="row"
      className={`case-line ${line.kind}`}
      data-line={index}
      style={style}
      aria-rowindex={index + 2}
    >
      {grid.map((column, number) => (
        <Cell key={column.id} {...props} column={column} number={number} />
      ))}
    </div>
  );
});
