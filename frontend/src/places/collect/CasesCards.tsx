import { useTranslation } from "react-i18next";
import type { CaseColumns } from "../../api/case-table";
import { Badge } from "../../components/Bits";
import { AddCase } from "./CasesEmpty";
import type { WriteAll } from "./CasesPaste";
import { type GridColumn, type GridLine, valueAt } from "./cases-grid";
import { useShown } from "./cases-words";

interface Props {
  columns: CaseColumns;
  grid: readonly GridColumn[];
  lines: readonly GridLine[];
  onOpen: (line: number) => void;
  onAdd: WriteAll;
}

const SHOWN = 4;
const MOST = 300;

/** The cases as cards, where there is no room for a table. */
export function CasesCards({ columns, grid, lines, onOpen, onAdd }: Props) {
  const { t } = useTranslation("cases");
  const shown = useShown();
  const attributes = grid.filter(({ kind }) => kind === "attribute");
  const facts = (at: number) =>
    attributes.filter((column) => valueAt(columns, at, column) !== "").slice(0, SHOWN);
  return (
    <div className="case-cards">
      <AddCase onAdd={onAdd} />
      <ul>
        {lines.slice(0, MOST).map((line, number) => {
          if (line.kind === "new") return null;
          if (line.kind === "group") {
            return (
              <li key={`group ${line.label}`} className="case-group">
                {line.label} <span className="muted number">{line.count}</span>
              </li>
            );
          }
          const { at } = line;
          const state = columns.consent[at] ?? "none";
          return (
            <li key={columns.guid[at]}>
              <button type="button" className="case-card" onClick={() => onOpen(number)}>
                <strong dir="auto">{columns.name[at]}</strong>
                <span className="muted">{t(`kinds.${columns.kind[at] as "person"}`)}</span>
                <Badge
                  tone={state === "given" ? "good" : state === "none" ? "warn" : "danger"}
                  icon={state === "given" ? "check" : "warning"}
                >
                  {t(`consentStates.${state as "none"}`)}
                </Badge>
                {facts(at).map((column) => (
                  <span key={column.id} className="case-fact">
                    <span className="muted">{column.label}</span>{" "}
                    {shown(column, valueAt(columns, at, column))}
                  </span>
                ))}
                <span className="muted">
                  {t("sourceCount", { count: columns.sources[at]?.length ?? 0 })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {lines.length > MOST && <p className="muted">{t("narrowDown", { count: MOST })}</p>}
    </div>
  );
}
