/** Segments by query. */

import { useInfiniteQuery } from "@tanstack/react-query";
import { answer, client } from "./client";
import { useStudyId } from "./study";

const PAGE = 50;

/** The query that finds the segments of a code, by its path. */
export function codeQuery(path: string): string {
  return `code:"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** The segments a query finds, page by page. */
export function useSegments(query: string, context = 80) {
  const study = useStudyId();
  return useInfiniteQuery({
    queryKey: ["segments", study, query, context],
    queryFn: ({ pageParam: offset }) =>
      answer(
        client.GET("/api/studies/{study}/segments", {
          params: { path: { study }, query: { query, offset, limit: PAGE, context } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const fetched = pages.reduce((sum, page) => sum + page.segments.length, 0);
      return fetched < total ? fetched : undefined;
    },
    enabled: query !== "",
  });
}
