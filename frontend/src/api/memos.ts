/** Memos about anything. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import { useStudyId } from "./study";
import type { Memo } from "./types";

/** The memos about something, by its GUID. */
export function useMemos(about: string | null) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["memos", study, about],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/memos", {
          params: { path: { study }, query: { about: about ?? "" } },
        }),
      ),
    enabled: about !== null,
  });
}

export interface NewMemo {
  readonly title: string;
  readonly body: string;
  readonly about: { kind: string; guid: string }[];
}

export function useAddMemo() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewMemo) =>
      answer(client.POST("/api/studies/{study}/memos", { params: { path: { study } }, body })),
    onSettled: () => invalidate(queries, ["memo"]),
  });
}

export function useChangeMemo() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ memo, body }: { memo: Memo; body: string }) =>
      answer(
        client.PATCH("/api/studies/{study}/memos/{guid}", {
          params: { path: { study, guid: memo.guid }, header: ifMatch(memo.revision) },
          body: { body },
        }),
      ),
    onSettled: () => invalidate(queries, ["memo"]),
  });
}

export function useRemoveMemo() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (memo: Memo) =>
      answer(
        client.DELETE("/api/studies/{study}/memos/{guid}", {
          params: { path: { study, guid: memo.guid }, header: ifMatch(memo.revision) },
        }),
      ),
    onSettled: () => invalidate(queries, ["memo"]),
  });
}
