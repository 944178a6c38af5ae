/** What analysts wrote in the cells of a display, as the grid draws it. */

import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type CellWords, cellKey, useCellWords, useWriteCell } from "../../api/display-cells";
import type { Matrix } from "../../api/displays";
import { ApiProblem } from "../../api/problem";
import { useStudy } from "../../api/study";
import { toast, toastProblem } from "../../components/toasts";
import { CellEditor } from "./CellEditor";
import { beginCell, endCell, useCellDraft } from "./cell-draft";

interface Options {
  matrix: Matrix;
  saved: string | null;
  readOnly: boolean;
  /** Shows the segments of the cell that is written in beside it. */
  onShow: (cell: readonly [string, string]) => void;
}

/** The state of words in words of their own; a checked text needs none. */
export function useSaid() {
  const { t } = useTranslation("display");
  return (words: Pick<CellWords, "text" | "state">): string => {
    if (words.state === "checked") return words.text ? "" : t("cells.states.absent");
    return t(`cells.states.${words.state}`);
  };
}

/** The words, and the cell that is written in, for the grid. */
export function useGridWords({ matrix, saved, readOnly, onShow }: Options) {
  const { t } = useTranslation(["display", "shell"]);
  const { data: study } = useStudy();
  const { data: cells } = useCellWords(saved);
  const write = useWriteCell(saved ?? "", study?.me.name ?? "");
  const { cell, kept } = useCellDraft();
  const byKey = useMemo(
    () => new Map((cells ?? []).map((one) => [cellKey(one.row, one.column), one])),
    [cells],
  );
  const said = useMemo(
    () =>
      new Map(matrix.said.map((one) => [cellKey(String(one.row), String(one.column)), one.texts])),
    [matrix],
  );
  const keysOf = (row: number, column: number) =>
    [matrix.rows[row]?.key ?? "", matrix.columns[column]?.key ?? ""] as const;
  const at = (row: number, column: number) => byKey.get(cellKey(...keysOf(row, column))) ?? null;
  const editing = cell && {
    row: matrix.rows.findIndex((one) => one.key === cell[0]),
    column: matrix.columns.findIndex((one) => one.key === cell[1]),
  };
  const begin = (row: number, column: number) => {
    const keys = keysOf(row, column);
    onShow(keys);
    if (saved && !readOnly) beginCell(keys);
  };
  const backToGrid = () => {
    endCell();
    setTimeout(() => {
      if (useCellDraft.getState().cell !== null) return;
      document.querySelector<HTMLElement>('.grid-scroll [data-line][tabindex="0"]')?.focus();
    });
  };
  const refused = (error: unknown, keys: readonly [string, string], text: string) => {
    if (error instanceof ApiProblem && error.code === "stale-revision") {
      beginCell(keys, text);
      toast(t("cells.stale"), { tone: "danger" });
    } else {
      beginCell(keys, text);
      toastProblem(error, t("cells.failed"), t("shell:offline.hint"));
    }
  };
  const editor = (step: (by: 1 | -1) => { row: number; column: number } | null): ReactNode => {
    if (!cell || !editing) return null;
    const keys = cell;
    const now = byKey.get(cellKey(...keys)) ?? null;
    const label = t("cells.of", {
      row: matrix.rows[editing.row]?.label ?? "",
      column: matrix.columns[editing.column]?.label ?? "",
    });
    return (
      <CellEditor
        key={cellKey(...keys)}
        label={label}
        words={now}
        kept={kept}
        onSave={(text, state, base) => {
          backToGrid();
          if (text === (base?.text ?? "") && state === (base?.state ?? "draft")) return;
          const [row, column] = keys;
          write.mutate(
            { row, column, text, state, base },
            { onError: (error) => refused(error, keys, text) },
          );
        }}
        onCancel={backToGrid}
        onStep={(by) => {
          const next = step(by);
          if (next) begin(next.row, next.column);
        }}
      />
    );
  };
  const words = {
    editing,
    editor,
    at: (row: number, column: number) => {
      const one = at(row, column);
      const quoted = said.get(cellKey(String(row), String(column)));
      return (
        <>
          {quoted && <span className="cell-said">{quoted.join("\n")}</span>}
          {one ? <Words words={one} /> : <span className="sr-only">{t("cells.empty")}</span>}
        </>
      );
    },
  };
  return { words, begin, cells: cells ?? [] };
}

/** Words in their cell, with their state and whose they are. */
function Words({ words }: { words: CellWords }) {
  const said = useSaid()(words);
  return (
    <>
      {words.text && <span className="cell-words">{words.text}</span>}
      <small className="cell-state" data-state={words.state}>
        {[said, words.author].filter(Boolean).join(" · ")}
      </small>
    </>
  );
}
