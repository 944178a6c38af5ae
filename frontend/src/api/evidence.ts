/** Evidence for whichever finding, as it is met in the text. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { Stance } from "./findings";
import { invalidate } from "./keys";
import { codersOf, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

/** A cell of a saved display by the keys of its row and column; `quote` is what it says. */
export interface CellToCite {
  readonly display: string;
  readonly row: string;
  readonly column: string;
  readonly quote: string;
}

export interface NewEvidence {
  readonly finding: string;
  readonly what: { source: string; start: number; end: number } | CellToCite;
  readonly stance: Stance;
  readonly why: string;
}

export function useAddEvidence() {
  const study = useStudyId();
  const query = codersOf(useSeenAnywhere());
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ finding, what, stance, why }: NewEvidence) => {
      const params = { path: { study, guid: finding }, query };
      if ("display" in what) {
        const { display, row, column } = what;
        return answer(
          client.POST("/api/studies/{study}/findings/{guid}/cells", {
            params,
            body: { display, row, column, stance, why },
          }),
        );
      }
      const { source, start, end } = what;
      return answer(
        client.POST("/api/studies/{study}/findings/{guid}/evidence", {
          params,
          body: { source, start, end, stance, why },
        }),
      );
    },
    onSettled: () => invalidate(queries, ["evidence"]),
  });
}
