import { useTranslation } from "react-i18next";
import { useSavedDisplays } from "../../api/displays";
import type { components } from "../../api/schema";
import { Icon } from "../../components/Icon";
import { writer } from "../../shapes/matrix";
import { address } from "../display/KindCard";
import "./cell-then.css";

type CitedCell = components["schemas"]["CitedCellOut"];
type Said = components["schemas"]["CitedSaidOut"];

/** What a cell says, as people read it. */
function useTold() {
  const { t, i18n } = useTranslation("cited");
  return (said: Said) => {
    const write = writer(said.number, i18n.language, { yes: t("yes"), no: t("no") });
    const number =
      said.state === "value" && said.value !== null
        ? write(said.value)
        : t(`state.${said.state as "open"}`);
    return said.text ? `${number}: “${said.text}”` : number;
  };
}

/** A cell of a display that is evidence: what it said when it was cited, and what it says now. */
export function CellThen({ cited }: { cited: CitedCell }) {
  const { t } = useTranslation("cited");
  const { data: saved = [] } = useSavedDisplays();
  const told = useTold();
  const { cell } = cited;
  const there = saved.find(({ guid }) => guid === cited.display);
  return (
    <div className="cell-then" data-differs={cell.differs || undefined}>
      <p className="muted">
        {t("of")}{" "}
        <a href={address(cited.kind, there?.settings ?? {}, cited.display)}>{cited.name}</a>
      </p>
      <p>
        <strong dir="auto">{t("row", { row: cell.row, column: cell.column })}</strong>
      </p>
      <dl>
        <div>
          <dt>{t("then", { seq: cited.seq })}</dt>
          <dd className="number">{cell.then ? told(cell.then) : t("unseen")}</dd>
        </div>
        <div>
          <dt>{t("now")}</dt>
          <dd className="number">
            {cell.now ? told(cell.now) : t("gone")}{" "}
            {cell.differs && (
              <span className="cell-differs">
                <Icon name="unequal" size={16} /> {t("differs")}
              </span>
            )}
          </dd>
        </div>
      </dl>
    </div>
  );
}
