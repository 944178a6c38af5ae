/** The trail of changes, read backwards, and taking any of them back. */

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client } from "./client";
import type { components } from "./schema";
import { useStudyId } from "./study";

export type Change = components["schemas"]["ChangeOut"];
export type Entity = components["schemas"]["EntityOut"];

const PAGE = 60;

export function useHistory(user: string | null) {
  const study = useStudyId();
  return useInfiniteQuery({
    queryKey: ["history", study, currentLanguage(), user],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam: before }) =>
      answer(
        client.GET("/api/studies/{study}/history", {
          params: {
            path: { study },
            query: { limit: PAGE, ...(before && { before }), ...(user && { user }) },
          },
        }),
      ),
    getNextPageParam: (last) => {
      const oldest = last.changes.at(-1)?.seq;
      return last.changes.length === PAGE && oldest && oldest > 1 ? oldest : undefined;
    },
  });
}

export function useChange(seq: number, enabled: boolean) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["history", study, "change", currentLanguage(), seq],
    enabled,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/history/{seq}", { params: { path: { study, seq } } }),
      ),
  });
}

/** Takes back one change, wherever it stands in the trail; everything shown is asked for anew. */
export function useUndoOf() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (seq: number | null) =>
      answer(
        client.POST("/api/studies/{study}/undo", { params: { path: { study } }, body: { seq } }),
      ),
    onSuccess: () => queries.invalidateQueries(),
  });
}
