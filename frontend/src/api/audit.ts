/** The audit trail of the study. */

import { useQuery } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client, fileAddress } from "./client";
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

/** Where the trail is as one file of six folders. */
export function auditFile(study: string) {
  return fileAddress(`/api/studies/${study}/audit/file`, { language: currentLanguage() });
}
