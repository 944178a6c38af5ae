/** Segments by query. */

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { answer, client } from "./client";
import { codersOf, type Seen, useSeen, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

const PAGE = 50;

/** Words as they stand in a query. */
function inQuery(words: string): string {
  return `"${words.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** The query that finds the segments of a code, by its path. */
export function codeQuery(path: string): string {
  return `code:${inQuery(path)}`;
}

export interface SegmentsWanted {
  /** Code points shown on either side. */
  readonly context?: number;
  /** Whose codings count. */
  readonly seen?: Seen;
  /** Whose segments stand together. */
  readonly by?: "source" | "case";
  readonly sources?: readonly string[];
}

/** The segments a query finds, page by page. */
export function useSegments(query: string, wanted: SegmentsWanted = {}) {
  const study = useStudyId();
  const anywhere = useSeenAnywhere();
  const { context = 80, seen = anywhere, by = "source", sources } = wanted;
  return useInfiniteQuery({
    queryKey: ["segments", study, query, context, seen.coders, by, sources],
    queryFn: ({ pageParam: offset, signal }) =>
      answer(
        client.GET("/api/studies/{study}/segments", {
          params: {
            path: { study },
            query: {
              query,
              offset,
              limit: PAGE,
              context,
              by,
              ...codersOf(seen),
              ...(sources && { sources: [...sources] }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const fetched = pages.reduce((sum, page) => sum + page.segments.length, 0);
      return fetched < total ? fetched : undefined;
    },
    enabled: query !== "" && seen.isKnown,
    retry: false,
  });
}

const FEWEST_LETTERS = 3;

/** Coded passages that hold the words, the first few in the order of the texts. */
export function usePassagesWith(words: string, limit: number) {
  const study = useStudyId();
  const seen = useSeen();
  const text = words.trim();
  return useQuery({
    queryKey: ["segments", study, "with", text, limit, seen.coders],
    queryFn: ({ signal }) =>
      answer(
        client.GET("/api/studies/{study}/segments", {
          params: {
            path: { study },
            query: {
              query: `code:* and text:${inQuery(text)}`,
              limit,
              context: 0,
              ...codersOf(seen),
            },
          },
          signal,
        }),
      ),
    enabled: text.length >= FEWEST_LETTERS && seen.isKnown,
    retry: false,
  });
}
