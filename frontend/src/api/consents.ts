/** What participants agreed to, and their withdrawal. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Consent = Schemas["ConsentOut"];
export type ConsentForm = Schemas["ConsentForm"];
export type ConsentPatch = Schemas["ConsentPatch"];
export type Withdrawal = Schemas["WithdrawalOut"];

export function useConsents(of: string | null) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["cases", study, "consents", of],
    enabled: of !== null,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/consents", {
          params: { path: { study }, query: { case: of } },
        }),
      ),
  });
}

export function useAddConsent() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ConsentForm) =>
      answer(client.POST("/api/studies/{study}/consents", { params: { path: { study } }, body })),
    onSettled: () => invalidate(queries, ["consent"]),
  });
}

export function useChangeConsent() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ one, patch }: { one: Consent; patch: ConsentPatch }) =>
      answer(
        client.PATCH("/api/studies/{study}/consents/{guid}", {
          params: { path: { study, guid: one.guid }, header: ifMatch(one.revision) },
          body: patch,
        }),
      ),
    onSettled: () => invalidate(queries, ["consent"]),
  });
}

export function useRemoveConsent() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (one: Consent) =>
      answer(
        client.DELETE("/api/studies/{study}/consents/{guid}", {
          params: { path: { study, guid: one.guid }, header: ifMatch(one.revision) },
        }),
      ),
    onSettled: () => invalidate(queries, ["consent"]),
  });
}

/** What a withdrawal would take away; nothing is changed. */
export function useWithdrawalTold(of: string | null, keep_sources: boolean) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["cases", study, "withdrawal", of, keep_sources],
    enabled: of !== null,
    gcTime: 0,
    queryFn: () =>
      answer(
        client.POST("/api/studies/{study}/cases/{guid}/withdraw", {
          params: { path: { study, guid: of ?? "" } },
          body: { name: "", keep_sources, dry_run: true },
        }),
      ),
  });
}

/** Takes a participant out for good. */
export function useWithdraw() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, name, keep }: { of: string; name: string; keep: boolean }) =>
      answer(
        client.POST("/api/studies/{study}/cases/{guid}/withdraw", {
          params: { path: { study, guid: of } },
          body: { name, keep_sources: keep, dry_run: false },
        }),
      ),
    // Whatever was shown before may hold the words.
    onSettled: () => queries.resetQueries(),
  });
}
