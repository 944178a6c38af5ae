/** The names people speak under, and whose words these are. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

export type Speaker = components["schemas"]["SpeakerNameOut"];
export type SpeakerTie = components["schemas"]["SpeakerTie"];

export function useSpeakers() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["speakers", study],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/speakers", { params: { path: { study } } })),
  });
}

export function useTieSpeakers() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ties: SpeakerTie[]) =>
      answer(
        client.PUT("/api/studies/{study}/speakers", {
          params: { path: { study } },
          body: { ties },
        }),
      ),
    onSettled: () => invalidate(queries, ["speaker"]),
  });
}

export function useCasesFromSpeakers() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (names: string[]) =>
      answer(
        client.POST("/api/studies/{study}/speakers/cases", {
          params: { path: { study } },
          body: { names, kind: "person" },
        }),
      ),
    onSettled: () => invalidate(queries, ["speaker", "case"]),
  });
}
