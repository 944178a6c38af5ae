/** The report of the study as it stands. */

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client, fileAddress } from "./client";
import type { components } from "./schema";
import { useStudyId } from "./study";

export type ReportTemplate = components["schemas"]["ReportTemplateOut"];
export const FORMATS = ["html", "pdf", "docx", "zip", "md"] as const;
export type ReportFormat = (typeof FORMATS)[number];
/** How literature is cited. */
export const STYLES = ["apa", "chicago", "vancouver", "indonesia"] as const;
export type CitationStyle = (typeof STYLES)[number];

/** The templates with their parts, in the language of the workspace. */
export function useTemplates() {
  const study = useStudyId();
  const language = currentLanguage();
  return useQuery({
    queryKey: ["templates", study, language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/report/templates", {
          params: { path: { study }, query: { language } },
        }),
      ),
  });
}

/** The page as it would be exported, written anew whenever the study changes. */
export function useReport(
  language: "en" | "id",
  template: string,
  parts: readonly string[],
  style: CitationStyle,
  enabled = true,
) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["report", study, template, language, parts, style],
    enabled: enabled && parts.length > 0,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { data } = await client.GET("/api/studies/{study}/report", {
        params: {
          path: { study },
          query: { template, language, parts: parts.join(","), format: "html", style },
        },
        parseAs: "text",
        signal,
      });
      return data as string;
    },
  });
}

/** Where the report is as a file. */
export function reportFile(
  study: string,
  language: string,
  template: string,
  parts: readonly string[],
  style: CitationStyle,
  format: ReportFormat,
) {
  const query = { template, language, parts: parts.join(","), style, format };
  return fileAddress(`/api/studies/${study}/report`, query);
}

/** Where findings, evidence and checks are as linked data. */
export function crateFile(study: string, language: string) {
  return fileAddress(`/api/studies/${study}/crate`, { language });
}
