/** Changing what a study says of itself. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import type { Study } from "./types";

export function useChangeStudy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, ...body }: { of: Study; title?: string; description?: string }) =>
      answer(
        client.PATCH("/api/studies/{study}", {
          params: { path: { study: of.guid }, header: ifMatch(of.revision) },
          body: body as components["schemas"]["StudyPatch"],
        }),
      ),
    onSettled: () => invalidate(queries, ["study"]),
  });
}
