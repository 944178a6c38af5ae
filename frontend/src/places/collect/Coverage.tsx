import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttributesOf } from "../../api/case-table";
import { type Board, useCoverage } from "../../api/coverage";
import { goTo } from "../../app/hash";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Drawer } from "../../components/Drawer";
import { Checkbox, SearchField, Select } from "../../components/Field";
import { SplitPane } from "../../components/SplitPane";
import { useRoom } from "../../lib/room";
import { CoverageCell } from "./CoverageCell";
import { CoverageGrid } from "./CoverageGrid";
import { holesOf, useColumnNames } from "./coverage-words";
import { KINDS } from "./words";
import "./coverage.css";

export interface Chosen {
  readonly row: number;
  readonly column: number;
}

const BY = ["kind", "method", "collector", "language", "year", "month"] as const;
const BY_NAMES = {
  kind: "byKind",
  method: "byMethod",
  collector: "byCollector",
  language: "byLanguage",
  year: "byYear",
  month: "byMonth",
} as const;

/** The holes in words, and how much belongs to nobody. */
function Told({ board }: { board: Board }) {
  const { t } = useTranslation("cases");
  const apart = Object.values(board.apart).reduce((sum, count) => sum + count, 0);
  return (
    <section className="coverage-told" aria-label={t("coverage.holes", { count: board.holes })}>
      <h2>
        {board.holes > 0 ? t("coverage.holes", { count: board.holes }) : t("coverage.noHoles")}
      </h2>
      <ul>
        {board.told.slice(0, 40).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {board.holes > 40 && (
        <p className="muted">{t("coverage.moreHoles", { count: board.holes - 40 })}</p>
      )}
      {apart > 0 && <p className="muted">{t("coverage.apart", { count: apart })}</p>}
    </section>
  );
}

/** What material there is of which case, and where there is none. */
export function Coverage() {
  const { t } = useTranslation("cases");
  const room = useRoom();
  const [by, setBy] = useState("kind");
  const [isAll, setAll] = useState(false);
  const [text, setText] = useState("");
  const [onlyHoles, setOnlyHoles] = useState(false);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { data: attributes } = useAttributesOf("source");
  const { data: board } = useCoverage(by, by === "kind" && isAll ? KINDS : []);
  const names = useColumnNames(by);
  if (!board) return <Loading />;
  if (board.rows.length === 0) {
    return (
      <EmptyState
        icon="collect"
        title={t("coverage.emptyTitle")}
        doings={<Button onPress={() => goTo("/collect/cases")}>{t("coverage.toCases")}</Button>}
      >
        {t("coverage.emptyHint")}
      </EmptyState>
    );
  }
  const holes = holesOf(board);
  const wanted = text.trim().toLocaleLowerCase();
  const rows = board.rows.flatMap(({ name }, row) =>
    name.toLocaleLowerCase().includes(wanted) && (!onlyHoles || holes.has(row)) ? [row] : [],
  );
  const panel = chosen ? (
    <CoverageCell
      key={`${chosen.row} ${chosen.column} ${board.by}`}
      board={board}
      chosen={chosen}
      name={names}
      onClose={() => setChosen(null)}
    />
  ) : (
    <Told board={board} />
  );
  return (
    <SplitPane
      name="collect.coverage"
      label={t("resize")}
      side="right"
      size={320}
      panel={room === "narrow" ? null : panel}
    >
      <div className="filters">
        <Select
          label={t("coverage.by")}
          hidden
          choices={[
            ...BY.map((id) => ({ id: id as string, label: t(`coverage.${BY_NAMES[id]}`) })),
            ...(attributes ?? []).map(({ name }) => ({
              id: `attribute:${name}`,
              label: t("coverage.byAttribute", { name }),
            })),
          ]}
          value={by}
          onChange={(now) => {
            setBy(now);
            setChosen(null);
          }}
        />
        <SearchField label={t("filter")} value={text} onChange={setText} />
        {by === "kind" && (
          <Checkbox isSelected={isAll} onChange={setAll}>
            {t("coverage.allKinds")}
          </Checkbox>
        )}
        <Checkbox isSelected={onlyHoles} onChange={setOnlyHoles}>
          {t("coverage.onlyHoles")}
        </Checkbox>
      </div>
      <p className="coverage-hint muted">
        {board.columns.length > 0 ? t("coverage.hint") : t("coverage.noDisplay")}
      </p>
      <CoverageGrid board={board} rows={rows} chosen={chosen} name={names} onChoose={setChosen} />
      {room === "narrow" && (
        <>
          <Told board={board} />
          <Drawer
            isOpen={chosen !== null}
            side="right"
            label={t("coverage.sources")}
            onClose={() => setChosen(null)}
          >
            {chosen ? panel : null}
          </Drawer>
        </>
      )}
    </SplitPane>
  );
}
