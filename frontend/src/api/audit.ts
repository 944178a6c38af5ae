/** The audit trail of the study. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client, fileAddress } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

export type Category = components["schemas"]["CategoryOut"];

/** Everything in the study by the six categories. */
export function useAudit() {
  const study = useStudyId();
  const language = currentLanguage();
  return useQuery({
    queryKey: ["audit", study, language],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/audit", {
          params: { path: { study }, query: { language } },
        }),
      ),
  });
}

/** Puts something into another category than its kind belongs to; `null` takes that back. */
export function usePutInCategory() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { kind: string; guid: string; category: string | null }) =>
      answer(
        client.PUT("/api/studies/{study}/audit", {
          params: { path: { study } },
          body: body as components["schemas"]["PutForm"],
        }),
      ),
    onSettled: () => invalidate(queries, ["study"]),
  });
}

/** Where the trail is as one file of six folders. */
export function auditFile(study: string) {
  return fileAddress(`/api/studies/${study}/audit/file`, { language: currentLanguage() });
}
