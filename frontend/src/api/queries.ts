/** Queries: read into their parts, and what can stand in them. */

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answer, client } from "./client";
import type { components } from "./schema";
import { useStudyId } from "./study";

export type Completion = components["schemas"]["CompletionOut"];
export type Completions = components["schemas"]["CompletionsOut"];

/** A query in its parts; nothing is asked for an empty one. */
export function useReadQuery(query: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["query", study, query],
    queryFn: ({ signal }) =>
      answer(
        client.GET("/api/studies/{study}/queries/read", {
          params: { path: { study }, query: { query } },
          signal,
        }),
      ),
    enabled: query.trim() !== "",
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

const FRESH = 5000;

/** What can stand at a place of a query, in code points; `null`: nothing is asked. */
export function useCompletions(asked: { query: string; at: number } | null, limit = 20) {
  const study = useStudyId();
  const { query, at } = asked ?? { query: "", at: 0 };
  return useQuery({
    queryKey: ["names", study, "completions", query, at, limit],
    queryFn: ({ signal }) =>
      answer(
        client.GET("/api/studies/{study}/queries/completions", {
          params: { path: { study }, query: { query, at, limit } },
          signal,
        }),
      ),
    enabled: asked !== null,
    staleTime: FRESH,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
