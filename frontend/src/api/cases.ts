/** Cases and what is known of them. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import { useStudyId } from "./study";
import type { Case, CasePatch } from "./types";

export function useCases() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["cases", study],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/cases", { params: { path: { study } } })),
  });
}

export function useAttributes() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["cases", study, "attributes"],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/attributes", { params: { path: { study } } })),
  });
}

export function useAddCase() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      answer(
        client.POST("/api/studies/{study}/cases", { params: { path: { study } }, body: { name } }),
      ),
    onSettled: () => invalidate(queries, ["case"]),
  });
}

/** Attributes are said one by one, so that what others say of the same case stays. */
const isOfAttributes = (patch: CasePatch) =>
  Object.keys(patch).every((key) => key === "attributes");

export function useChangeCase() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ one, patch }: { one: Case; patch: CasePatch }) =>
      answer(
        client.PATCH("/api/studies/{study}/cases/{guid}", {
          params: {
            path: { study, guid: one.guid },
            header: isOfAttributes(patch) ? {} : ifMatch(one.revision),
          },
          body: patch,
        }),
      ),
    onSettled: () => invalidate(queries, ["case"]),
  });
}

export function useRemoveCase() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (one: Case) =>
      answer(
        client.DELETE("/api/studies/{study}/cases/{guid}", {
          params: { path: { study, guid: one.guid }, header: ifMatch(one.revision) },
        }),
      ),
    onSettled: () => invalidate(queries, ["case"]),
  });
}

/** Sources that are to belong to a case too. */
export function useGiveSources() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ one, sources }: { one: string; sources: string[] }) =>
      answer(
        client.POST("/api/studies/{study}/cases/{guid}/sources", {
          params: { path: { study, guid: one } },
          body: { sources },
        }),
      ),
    onSettled: () => invalidate(queries, ["case", "link"]),
  });
}

/** A source that is no longer to belong to a case. */
export function useTakeSource() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ one, source }: { one: string; source: string }) =>
      answer(
        client.DELETE("/api/studies/{study}/cases/{guid}/sources/{source}", {
          params: { path: { study, guid: one, source } },
        }),
      ),
    onSettled: () => invalidate(queries, ["case", "link"]),
  });
}

/** One case with all that is known of it. */
export function useCase(guid: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["cases", study, "one", guid],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/cases/{guid}", { params: { path: { study, guid } } }),
      ),
  });
}

/** The codes in a case's words, the most frequent first. */
export function useCodesOfCase(guid: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["codings", study, "case", guid],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/cases/{guid}/codes", {
          params: { path: { study, guid } },
        }),
      ),
  });
}
