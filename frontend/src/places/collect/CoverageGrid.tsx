import { type KeyboardEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Board, BoardCell } from "../../api/coverage";
import { Button } from "../../components/Button";
import { Icon } from "../../components/Icon";
import { readDate } from "../../lib/dates";
import type { Chosen } from "./Coverage";
import { cellsByPlace } from "./coverage-words";

interface Props {
  board: Board;
  rows: readonly number[];
  chosen: Chosen | null;
  name: (column: string) => string;
  onChoose: (chosen: Chosen) => void;
}

const SOME = 150;

/** The state of a cell: with sources, planned, not wanted, or a hole. */
export function stateOf(cell: BoardCell | undefined): "held" | "planned" | "unwanted" | "hole" {
  if (cell && cell.sources.length > 0) return "held";
  if (cell?.mark?.state === "planned") return "planned";
  return cell?.mark?.state === "not wanted" ? "unwanted" : "hole";
}

/** A cell in words, for those who do not see it. */
function useCellWords(board: Board, name: (column: string) => string) {
  const { t } = useTranslation("cases");
  return (row: number, column: number, cell: BoardCell | undefined) => {
    const told = {
      case: board.rows[row]?.name ?? "",
      column: name(board.columns[column] ?? ""),
      reason: cell?.mark?.reason ?? "",
    };
    const state = stateOf(cell);
    if (state === "held") return t("coverage.cell", { ...told, count: cell?.sources.length ?? 0 });
    if (state === "planned") return t("coverage.holePlanned", told);
    return state === "unwanted" ? t("coverage.holeUnwanted", told) : t("coverage.hole", told);
  };
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Moves the keyboard to the cell beside. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const by = STEPS[event.key];
  const cell = (event.target as Element).closest("td");
  const row = cell?.parentElement;
  if (!by || !(cell instanceof HTMLTableCellElement) || !row) return;
  const rows = [...(row.parentElement?.children ?? [])];
  const next = rows[rows.indexOf(row) + by[0]]?.children[cell.cellIndex + by[1]];
  const button = next?.querySelector("button");
  if (!button) return;
  event.preventDefault();
  button.focus();
}

/** Cases by material; holes are drawn and named as such. */
export function CoverageGrid({ board, rows, chosen, name, onChoose }: Props) {
  const { t } = useTranslation("cases");
  const cells = useMemo(() => cellsByPlace(board), [board]);
  const words = useCellWords(board, name);
  const [most, setMost] = useState(SOME);
  const isFirst = (row: number, column: number) =>
    chosen ? chosen.row === row && chosen.column === column : row === rows[0] && column === 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys
    <section className="coverage-scroll" aria-label={t("coverage.grid")} tabIndex={0}>
      <table className="coverage-grid" onKeyDown={step}>
        <thead>
          <tr>
            <th scope="col">{t("columns.name")}</th>
            {board.columns.map((column) => (
              <th key={column} scope="col">
                {name(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr key={board.rows[row]?.guid}>
              <th scope="row" dir="auto">
                {board.rows[row]?.name}
              </th>
              {board.columns.map((key, column) => {
                const cell = cells.get(`${row} ${column}`);
                const state = stateOf(cell);
                const isChosen = chosen?.row === row && chosen.column === column;
                return (
                  <td key={key}>
                    <button
                      type="button"
                      className={`coverage-cell ${state}`}
                      aria-pressed={isChosen}
                      tabIndex={isFirst(row, column) ? 0 : -1}
                      onClick={() => onChoose({ row, column })}
                    >
                      <span className="sr-only">{words(row, column, cell)}</span>
                      <span className="coverage-face" aria-hidden="true">
                        <Face cell={cell} />
                      </span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <Button small onPress={() => setMost(most + SOME)}>
          {t("coverage.moreHoles", { count: rows.length - most })}
        </Button>
      )}
    </section>
  );
}

/** What stands in a cell. */
function Face({ cell }: { cell: BoardCell | undefined }) {
  const { t } = useTranslation("cases");
  const state = stateOf(cell);
  if (state === "planned")
    return (
      <>
        <Icon name="task" size={14} />
        <small>{t("coverage.planned")}</small>
      </>
    );
  if (state === "unwanted") return <small>{t("coverage.notWanted")}</small>;
  if (state === "hole") return <small>{t("coverage.none")}</small>;
  const coded = cell?.statuses.coded ?? 0;
  const count = cell?.sources.length ?? 0;
  return (
    <>
      <span className="number">{count}</span>
      {coded === count && <Icon name="check" size={14} />}
      {cell?.first && (
        <small>
          {readDate(cell.first)}
          {cell.first !== cell.last && " …"}
        </small>
      )}
    </>
  );
}
