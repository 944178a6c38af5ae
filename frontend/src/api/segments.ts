/** Segments by query. */

import { useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { inQuotes } from "../lib/query-parts";
import { answer, client, fileAddress } from "./client";
import { authorsOf, codersOf, type Seen, useSeen, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";
import type { Segment } from "./types";

const PAGE = 50;

/** The query that finds the segments of a code, by its path. */
export function codeQuery(path: string): string {
  return `code:${inQuotes(path)}`;
}

/** What segments are arranged by. */
export const ARRANGEMENTS = ["source", "case", "code", "coder"] as const;
export type By = (typeof ARRANGEMENTS)[number];

export interface SegmentsWanted {
  /** Code points shown on either side. */
  readonly context?: number;
  /** Whose codings count. */
  readonly seen?: Seen;
  /** Whose segments stand together. */
  readonly by?: By;
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

/** How many segments a query finds, and under which headings. */
export function useCount(query: string, by: By = "source") {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: ["segments", study, "groups", query, by, seen.coders],
    queryFn: ({ signal }) =>
      answer(
        client.GET("/api/studies/{study}/segments/groups", {
          params: { path: { study }, query: { query, by, ...codersOf(seen) } },
          signal,
        }),
      ),
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
              query: `code:* and text:${inQuotes(text)}`,
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

const WINDOW = 100;

/** Segments on the places that are in view, by place, fetched as they come. */
export function useSegmentsAt(
  query: string,
  by: By,
  places: readonly number[],
): ReadonlyMap<number, Segment> {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  const windows = [...new Set(places.map((place) => Math.floor(place / WINDOW)))];
  return useQueries({
    queries: windows.map((at) => ({
      queryKey: ["segments", study, "window", query, by, at, seen.coders],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(
          client.GET("/api/studies/{study}/segments", {
            params: {
              path: { study },
              query: { query, by, offset: at * WINDOW, limit: WINDOW, ...codersOf(seen) },
            },
            signal,
          }),
        ),
      enabled: query !== "" && seen.isKnown,
      retry: false,
    })),
    combine: (pages) => {
      const found = new Map<number, Segment>();
      pages.forEach(({ data }, number) => {
        data?.segments.forEach((segment, at) => {
          found.set((windows[number] ?? 0) * WINDOW + at, segment);
        });
      });
      return found;
    },
  });
}

/** Where all that a query finds is as a file. */
export function segmentsFile(
  study: string,
  { query, by, ending }: { query: string; by: By; ending: string },
  seen: Seen,
): string {
  return fileAddress(`/api/studies/${study}/segments/file`, {
    query,
    by,
    ending,
    language: currentLanguage(),
    ...codersOf(seen),
    ...authorsOf(seen),
  });
}
