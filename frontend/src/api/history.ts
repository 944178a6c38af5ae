/** The trail of changes, read backwards, and taking any of them back. */

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client } from "./client";
import type { components } from "./schema";
import { useSeen } from "./seen";
import { useStudyId } from "./study";

export type Change = components["schemas"]["ChangeOut"];
export type ChangeWhole = components["schemas"]["ChangeWhole"];
export type Entity = components["schemas"]["EntityOut"];
export type Thing = components["schemas"]["ThingOut"];

const PAGE = 60;

/** Which of the changes are wanted; what is left out does not matter. */
export interface Wanted {
  readonly user?: string;
  readonly kind?: string;
  readonly entity?: string;
  /** Letters of what was done. */
  readonly text?: string;
  /** Moments in ISO form. */
  readonly since?: string;
  readonly until?: string;
  /** From this change on backwards. */
  readonly from?: number;
}

export function useHistory({ from, ...wanted }: Wanted) {
  const study = useStudyId();
  // Who codes blind reads their own part of the trail alone.
  const seen = useSeen();
  const own = seen.isBlind ? { user: seen.coders?.[0] ?? "" } : {};
  return useInfiniteQuery({
    enabled: seen.isKnown,
    queryKey: ["history", study, currentLanguage(), from ?? null, wanted, own],
    initialPageParam: from ? from + 1 : null,
    queryFn: ({ pageParam: before }) =>
      answer(
        client.GET("/api/studies/{study}/history", {
          params: {
            path: { study },
            query: { limit: PAGE, ...(before && { before }), ...wanted, ...own },
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
