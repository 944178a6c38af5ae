/** The analyst's own words in the cells of a saved display. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { authorsOf, type Seen, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

export type CellWords = components["schemas"]["DisplayCellOut"];
export type CellState = CellWords["state"];

/** Keys of a row and a column as one. */
export const cellKey = (row: string, column: string) => JSON.stringify([row, column]);

const keyOf = (study: string, display: string | null, { coders }: Seen) => [
  "displays",
  study,
  "cells",
  display,
  coders,
];

export function useCellWords(display: string | null) {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: keyOf(study, display, seen),
    enabled: display !== null && seen.isKnown,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/displays/{guid}/cells", {
          params: { path: { study, guid: display ?? "" }, query: authorsOf(seen) },
        }),
      ),
  });
}

export interface Writing {
  readonly row: string;
  readonly column: string;
  readonly text: string;
  readonly state: CellState;
  /** What stood there when the writing began. */
  readonly base: CellWords | null;
}

/** The words once one cell was written. */
export function written(all: readonly CellWords[], writing: Writing, author: string): CellWords[] {
  const { row, column, text, state, base } = writing;
  const others = all.filter((one) => one.row !== row || one.column !== column);
  const now = base ?? { guid: "", revision: 0, row_label: "", column_label: "", created: "" };
  return [...others, { ...now, row, column, text, state, author }];
}

/** Writes in a cell, or clears it where nothing is left; it shows at once. */
export function useWriteCell(display: string, author: string) {
  const study = useStudyId();
  const queries = useQueryClient();
  const queryKey = keyOf(study, display, useSeenAnywhere());
  const place = { study, guid: display };
  const isEmpty = ({ text, state }: Writing) => text === "" && state === "draft";
  const known = ({ row, column }: Writing) =>
    queries
      .getQueryData<CellWords[]>(queryKey)
      ?.find((one) => one.row === row && one.column === column);
  // What is shown before the server answered has no revision of its own yet.
  const revision = (writing: Writing) =>
    (writing.base?.guid === "" ? known(writing) : writing.base)?.revision ?? 0;
  return useMutation({
    scope: { id: "cells" },
    mutationFn: async (writing: Writing): Promise<CellWords | null> => {
      const { row, column, text, state } = writing;
      const header = ifMatch(revision(writing));
      if (isEmpty(writing)) {
        await answer(
          client.DELETE("/api/studies/{study}/displays/{guid}/cells", {
            params: { path: place, query: { row, column }, header },
          }),
        );
        return null;
      }
      return answer(
        client.PUT("/api/studies/{study}/displays/{guid}/cells", {
          params: { path: place, header },
          body: { row, column, text, state },
        }),
      );
    },
    onMutate: (writing) => {
      void queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<CellWords[]>(queryKey);
      const now = written(before ?? [], writing, author);
      const left = now.filter((one) => one.text !== "" || one.state !== "draft");
      queries.setQueryData(queryKey, left);
      return { before };
    },
    onSuccess: (now) =>
      queries.setQueryData<CellWords[]>(queryKey, (all) =>
        all?.map((one) =>
          now && one.row === now.row && one.column === now.column
            ? { ...one, guid: now.guid, revision: now.revision }
            : one,
        ),
      ),
    onError: (_error, _writing, context) => queries.setQueryData(queryKey, context?.before),
    onSettled: () => invalidate(queries, ["cell"]),
  });
}

/** Takes words to another cell, which has to be empty. */
export function useMoveCell(display: string) {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    scope: { id: "cells" },
    mutationFn: ({ words, row, column }: { words: CellWords; row: string; column: string }) =>
      answer(
        client.PATCH("/api/studies/{study}/displays/{guid}/cells", {
          params: { path: { study, guid: display }, header: ifMatch(words.revision) },
          body: { row: words.row, column: words.column, to_row: row, to_column: column },
        }),
      ),
    onSettled: () => invalidate(queries, ["cell"]),
  });
}
