/** Codes that are found together, how often they recur, and pattern codes made of them. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { codersOf, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Recurrence = Schemas["RecurrenceOut"];
export type Together = Schemas["TogetherOut"];

/** In whom and where some codes recur, and who shows no sign of them. */
export function useRecurrence(codes: readonly string[]) {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: ["patterns", study, seen.coders, ...codes],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/patterns/recurrence", {
          params: { path: { study }, query: { code: [...codes], ...codersOf(seen) } },
        }),
      ),
    enabled: seen.isKnown && codes.length > 0,
    placeholderData: keepPreviousData,
  });
}

/** Pairs of codes that meet, those that most cases have both of first. */
export function useTogether() {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: ["patterns", study, seen.coders, "together"],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/patterns/together", {
          params: { path: { study }, query: { limit: 8, ...codersOf(seen) } },
        }),
      ),
    enabled: seen.isKnown,
  });
}

export function useMakePattern() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["PatternForm"]) =>
      answer(client.POST("/api/studies/{study}/patterns", { params: { path: { study } }, body })),
    onSettled: () => invalidate(queries, ["code", "relation"]),
  });
}
