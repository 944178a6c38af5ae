/** Evidence for whichever finding, as it is met in the text. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import { invalidate } from "./keys";
import { codersOf, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";
import type { EvidenceForm } from "./types";

export interface NewEvidence {
  readonly finding: string;
  readonly form: Pick<EvidenceForm, "source" | "start" | "end" | "stance" | "why">;
}

export function useAddEvidence() {
  const study = useStudyId();
  const query = codersOf(useSeenAnywhere());
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ finding, form }: NewEvidence) =>
      answer(
        client.POST("/api/studies/{study}/findings/{guid}/evidence", {
          params: { path: { study, guid: finding }, query },
          body: form as EvidenceForm,
        }),
      ),
    onSettled: () => invalidate(queries, ["evidence"]),
  });
}
