/** What participants made of the findings that were shown to them. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client, fileAddress, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type FeedbackLine = Schemas["FeedbackLineOut"];
export type Member = Schemas["MemberOut"];

/** All feedback with its rates, and whom to ask yet. */
export function useFeedback() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["findings", study, "feedback"],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/feedback", { params: { path: { study } } })),
  });
}

/** Says what was done about an answer. */
export function useFollow() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, action }: { of: FeedbackLine; action: string }) =>
      answer(
        client.PATCH("/api/studies/{study}/records/{kind}/{guid}", {
          params: {
            path: { study, kind: "feedback", guid: of.guid },
            header: ifMatch(of.revision),
          },
          body: { action } as Schemas["RecordPatch"],
        }),
      ),
    onSettled: () => invalidate(queries, ["feedback"]),
  });
}

/** Where the sheet is that a participant is handed. */
export function sheetFile(study: string, member: string, format: "docx" | "pdf" | "html") {
  const query = { case: member, format, language: currentLanguage() };
  return fileAddress(`/api/studies/${study}/feedback/sheet`, query);
}
