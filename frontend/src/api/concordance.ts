/** Concordances: what a query finds, line by line, in any order. */

import { useQueries } from "@tanstack/react-query";
import { answer, client, fileAddress } from "./client";
import type { components } from "./schema";
import { codersOf, type Seen, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

export type ConcordanceLine = components["schemas"]["ConcordanceLineOut"];

export const SORTS = [
  "source",
  "case",
  "node",
  "left1",
  "left2",
  "left3",
  "right1",
  "right2",
  "right3",
] as const;
export type Sort = (typeof SORTS)[number];

export interface LinesWanted {
  readonly query: string;
  readonly sort: readonly Sort[];
  /** Code points on either side. */
  readonly context: number;
}

export interface FoundLines {
  readonly total: number | null;
  /** Those in view, by their place. */
  readonly lines: ReadonlyMap<number, ConcordanceLine>;
  readonly error: Error | null;
  readonly isPending: boolean;
}

const WINDOW = 200;

/** The lines on the places that are in view, and how many there are. */
export function useLines(wanted: LinesWanted, places: readonly number[]): FoundLines {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  const { query, sort, context } = wanted;
  const windows = [...new Set([0, ...places.map((place) => Math.floor(place / WINDOW))])];
  return useQueries({
    queries: windows.map((at) => ({
      queryKey: ["segments", study, "concordance", query, sort, context, at, seen.coders],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        answer(
          client.GET("/api/studies/{study}/concordance", {
            params: {
              path: { study },
              query: {
                query,
                sort: [...sort],
                context,
                offset: at * WINDOW,
                limit: WINDOW,
                ...codersOf(seen),
              },
            },
            signal,
          }),
        ),
      enabled: query !== "" && seen.isKnown,
      retry: false,
    })),
    combine: (pages) => {
      const lines = new Map<number, ConcordanceLine>();
      pages.forEach(({ data }, number) => {
        data?.lines.forEach((line, at) => {
          lines.set((windows[number] ?? 0) * WINDOW + at, line);
        });
      });
      const first = pages[0];
      return {
        total: first?.data?.total ?? null,
        lines,
        error: first?.error ?? null,
        isPending: query !== "" && (first?.isPending ?? false),
      };
    },
  });
}

/** Where all lines are as a file. */
export function linesFile(study: string, wanted: LinesWanted, ending: string, seen: Seen): string {
  const { query, sort, context } = wanted;
  return fileAddress(`/api/studies/${study}/concordance/file`, {
    query,
    sort,
    context: String(context),
    ending,
    ...codersOf(seen),
  });
}
