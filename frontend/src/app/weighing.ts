/** Making a passage evidence from wherever it is shown: which, and for which findings lately. */

import { useTranslation } from "react-i18next";
import { create } from "zustand";
import { persist } from "zustand/middleware";
import { type CellToCite, useAddEvidence } from "../api/evidence";
import type { Finding, Stance } from "../api/findings";
import { toast, toastProblem } from "../components/toasts";
import type { DraggedSegment } from "../lib/drag";
import { goTo } from "./hash";

/** What can be evidence: a passage, or a cell of a saved display. */
export type Weighable = DraggedSegment | CellToCite;

interface Weighing {
  /** What a finding is being chosen for. */
  readonly what: Weighable | null;
}

/** The picker of findings is open while it holds something. */
export const useWeighing = create<Weighing>()(() => ({ what: null }));

/** Opens the picker of findings for a passage or a cell. */
export function chooseFindingFor(what: Weighable): void {
  useWeighing.setState({ what });
}

interface Recent {
  /** GUIDs of findings, the one used last first. */
  readonly findings: readonly string[];
  use(guid: string): void;
}

const KEPT = 20;

/** The findings evidence was last given to, in this browser. */
export const useRecentFindings = create<Recent>()(
  persist(
    (set) => ({
      findings: [],
      use: (guid) =>
        set(({ findings }) => ({ findings: [...new Set([guid, ...findings])].slice(0, KEPT) })),
    }),
    { name: "jejak-findings", version: 1 },
  ),
);

/** Those used lately first, the others as they come. */
export function recentFirst<T extends { guid: string }>(
  findings: readonly T[],
  recent: readonly string[],
): T[] {
  const place = (one: T) => {
    const at = recent.indexOf(one.guid);
    return at < 0 ? recent.length : at;
  };
  return [...findings].sort((one, other) => place(one) - place(other));
}

/** Letters of a finding that a search looks at. */
export const lettersOf = (finding: Pick<Finding, "label" | "statement">) =>
  `${finding.label} ${finding.statement}`.toLocaleLowerCase();

const SHOWN = "data-segment";
const CELL = "data-cell-shown";

/** What an element says of itself that shows a passage. */
export const shownAs = (segment: DraggedSegment) => ({ [SHOWN]: JSON.stringify(segment) });

/** The passage that is shown where the focus is, or else under the pointer. */
export function segmentInSight(): DraggedSegment | null {
  const pointed = [...document.querySelectorAll(`[${SHOWN}]:hover`)].at(-1);
  const shown = document.activeElement?.closest(`[${SHOWN}]`) ?? pointed;
  const text = shown?.getAttribute(SHOWN);
  return text ? (JSON.parse(text) as DraggedSegment) : null;
}

/** What a grid says of itself whose cell of that name has the focus or the pointer. */
export const cellShownAs = (cell: CellToCite | null) => ({
  [CELL]: cell ? JSON.stringify(cell) : undefined,
});

/** The cell of a saved display that has the focus or the pointer. */
export function cellInSight(): CellToCite | null {
  const shown = document.activeElement?.closest(`[${CELL}]`);
  const text = (shown ?? document.querySelector(`[${CELL}]:hover`))?.getAttribute(CELL);
  return text ? (JSON.parse(text) as CellToCite) : null;
}

/** Gives a passage or a cell to a finding as one change, and says so with the way there. */
export function useWeigh() {
  const { t } = useTranslation(["evidence", "shell"]);
  const add = useAddEvidence();
  return (what: Weighable, finding: Finding, stance: Stance, why = "") => {
    useRecentFindings.getState().use(finding.guid);
    return add.mutateAsync({ finding: finding.guid, what, stance, why }).then(
      () =>
        toast(t(`done.${stance}`, { label: finding.label }), {
          tone: "good",
          doing: {
            label: t("open", { label: finding.label }),
            act: () => goTo(`/conclude/${finding.guid}`),
          },
        }),
      (error: unknown) => toastProblem(error, t("failed"), t("shell:offline.hint")),
    );
  };
}
