/** The report of the study as it stands. */

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { client, fileAddress } from "./client";
import { useStudyId } from "./study";

export const PARTS = [
  "questions",
  "material",
  "participants",
  "method",
  "codebook",
  "displays",
  "findings",
  "limits",
  "trail",
] as const;
export type Part = (typeof PARTS)[number];
export type ReportFormat = "html" | "docx" | "md";

/** The page as it would be exported, written anew whenever the study changes. */
export function useReport(language: "en" | "id", parts: readonly Part[], enabled = true) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["report", study, language, parts],
    enabled: enabled && parts.length > 0,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const { data } = await client.GET("/api/studies/{study}/report", {
        params: {
          path: { study },
          query: { language, parts: parts.join(","), format: "html" },
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
  parts: readonly Part[],
  format: ReportFormat,
) {
  return fileAddress(`/api/studies/${study}/report`, { language, parts: parts.join(","), format });
}
