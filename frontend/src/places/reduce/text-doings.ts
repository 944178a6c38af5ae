/** What is done to the text itself with the pointer: edges dragged, codes dropped, words dragged off. */

import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CodesDrop, MarginNote, Reader } from "../../annotators/text/api";
import { useLost } from "../../api/corrections";
import { useMargin } from "../../api/memos";
import type { Code, Codings } from "../../api/types";
import { rowOf } from "../../lib/columns";
import { startDrag } from "../../lib/drag";
import type { Actions } from "./actions";
import { useDesk } from "./desk";

interface Doing {
  readonly source: string;
  readonly codings: Codings;
  readonly actions: Actions;
}

/** Turns what the reader tells into changes of the study. */
export function useTextDoings(reader: Reader | null, { source, codings, actions }: Doing): void {
  useEffect(() => {
    if (!reader) return;
    const drop = ({ codes, target }: CodesDrop) => {
      if ("span" in target) {
        actions.apply(codes, { span: target.span });
        return;
      }
      const row = rowOf(codings, target.coding);
      const [code, ...others] = codes;
      if (!row || !code) return;
      if (!target.replace) {
        actions.apply(codes, { span: row });
        return;
      }
      actions.change(row.coding, { code });
      if (others.length > 0) actions.apply(others, { span: row });
    };
    const stops = [
      reader.onEdgeMoved((coding, start, end) => {
        useDesk.setState({ current: coding });
        actions.change(coding, { start, end });
      }),
      reader.onCodesDropped(drop),
      reader.onDragStart(({ start, end, quote }, event) =>
        startDrag(event, { segment: { source, start, end, quote } }),
      ),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [reader, source, codings, actions]);
}

const LOST = "lost ";

/** Whether a mark of the margin stands for words that are gone. */
export const isLost = (id: string): boolean => id.startsWith(LOST);

/** The memos beside a text as its margin shows them, and marks where words are gone. */
export function useMarginNotes(source: string, codes: readonly Code[]): readonly MarginNote[] {
  const { t } = useTranslation("reader");
  const { data: memos } = useMargin(source);
  const { data: lost } = useLost(source);
  return useMemo(() => {
    const names = new Map(codes.map(({ guid, name }) => [guid, name]));
    const written = (memos ?? []).map(({ guid, title, start, end, about }) => ({
      id: guid,
      start,
      end,
      title,
      coding: about[0] === "coding" ? (about[1] ?? null) : null,
    }));
    const gone = (lost ?? []).map(({ segment, at, words, codings }) => ({
      id: LOST + segment,
      kind: "lost" as const,
      start: at,
      end: at,
      title: t("lost", {
        code: codings.map(({ code }) => names.get(code) ?? "?").join(", ") || t("lostUncoded"),
        words,
      }),
    }));
    return [...written, ...gone];
  }, [memos, lost, codes, t]);
}
