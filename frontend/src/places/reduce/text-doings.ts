/** What is done to the text itself with the pointer: edges dragged, codes dropped, words dragged off. */

import { useEffect, useMemo } from "react";
import type { CodesDrop, MarginNote, Reader } from "../../annotators/text/api";
import { useMargin } from "../../api/memos";
import type { Codings } from "../../api/types";
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

/** The memos beside a text as its margin shows them. */
export function useMarginNotes(source: string): readonly MarginNote[] {
  const { data: memos } = useMargin(source);
  return useMemo(
    () =>
      (memos ?? []).map(({ guid, title, start, end, about }) => ({
        id: guid,
        start,
        end,
        title,
        coding: about[0] === "coding" ? (about[1] ?? null) : null,
      })),
    [memos],
  );
}
