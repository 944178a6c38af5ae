/** What segments say in other languages. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import { invalidate } from "./keys";
import { useStudyId } from "./study";

interface Written {
  readonly segment: string;
  readonly language: string;
  readonly text: string;
  readonly translator: string | null;
}

/** Puts the words of a segment into a language; empty words take the translation away. */
export function useWriteTranslation() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ segment, language, ...body }: Written) =>
      answer(
        client.PUT("/api/studies/{study}/segments/{guid}/translations/{language}", {
          params: { path: { study, guid: segment, language } },
          body,
        }),
      ),
    onSettled: () => invalidate(queries, ["translation", "evidence"]),
  });
}
