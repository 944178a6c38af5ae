/** The displays that a finding rests on: as each was when it was cited, and as it is now. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { unpacked } from "../shapes/packed";
import { answer, client } from "./client";
import type { Matrix } from "./displays";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { codersOf, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

export type CitedDisplay = components["schemas"]["CitedDisplayOut"];

export function useCitedDisplays(finding: string) {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: ["findings", study, "displays", finding, seen.coders],
    enabled: seen.isKnown,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/findings/{guid}/displays", {
          params: { path: { study, guid: finding }, query: codersOf(seen) },
        }),
      ),
  });
}

export function useCiting(finding: string) {
  const study = useStudyId();
  const queries = useQueryClient();
  const onSettled = () => invalidate(queries, ["finding", "link"]);
  const query = codersOf(useSeenAnywhere());
  const path = (display: string) => ({ path: { study, guid: finding, display }, query });
  const cite = useMutation({
    mutationFn: (display: string) =>
      answer(
        client.PUT("/api/studies/{study}/findings/{guid}/displays/{display}", {
          params: path(display),
        }),
      ),
    onSettled,
  });
  const uncite = useMutation({
    mutationFn: (display: string) =>
      answer(
        client.DELETE("/api/studies/{study}/findings/{guid}/displays/{display}", {
          params: path(display),
        }),
      ),
    onSettled,
  });
  return { cite, uncite };
}

/** A saved display, with its settings and the study as they stood after a change (`null`: now). */
export function useDisplayAt(guid: string, seq: number | null) {
  const study = useStudyId();
  const language = currentLanguage();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey:
      seq === null
        ? ["displays", study, "now", guid, language, seen.coders]
        : ["then", study, guid, seq, language, seen.coders],
    enabled: seen.isKnown,
    retry: false,
    ...(seq !== null && { staleTime: Number.POSITIVE_INFINITY }),
    queryFn: async ({ signal }): Promise<Matrix> => {
      const headers = seq === null ? {} : { "Jejak-At": String(seq) };
      const { kind, settings } = await answer(
        client.GET("/api/studies/{study}/displays/{guid}", {
          params: { path: { study, guid } },
          headers,
          signal,
        }),
      );
      return unpacked<Matrix>(
        await answer(
          client.POST("/api/studies/{study}/displays/compute", {
            params: { path: { study } },
            body: { kind, settings, ...codersOf(seen) },
            headers,
            signal,
          }),
        ),
      );
    },
  });
}
