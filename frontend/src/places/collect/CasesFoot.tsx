import { useTranslation } from "react-i18next";
import type { CaseColumns } from "../../api/case-table";
import { cellKey, type Refused } from "./CasesGrid";
import type { Area, GridColumn, GridLine, Spot } from "./cases-grid";

interface Props {
  columns: CaseColumns;
  grid: readonly GridColumn[];
  line: GridLine | undefined;
  active: Spot;
  area: Area;
  refused: ReadonlyMap<string, Refused>;
}

/** What is selected, and why the active cell was not taken. */
export function CasesFoot({ columns, grid, line, active, area, refused }: Props) {
  const { t } = useTranslation("cases");
  const guid = line?.kind === "case" ? (columns.guid[line.at] ?? "") : "";
  const why = refused.get(cellKey(guid, grid[active.column]?.id ?? ""))?.why;
  const wrong = [...refused.values()].filter((typed) => typed.why !== null).length;
  const rows = area.bottom - area.top + 1;
  const across = area.right - area.left + 1;
  return (
    <div className="case-foot">
      <span role="status" className={why ? "why" : ""}>
        {why
          ? t("refusedHere", { why })
          : rows * across > 1
            ? t("selected", { rows, columns: across })
            : wrong > 0
              ? t("refusedSome", { count: wrong })
              : t("count", { count: columns.guid.length })}
      </span>
      <span className="hints">{t("hints")}</span>
    </div>
  );
}
