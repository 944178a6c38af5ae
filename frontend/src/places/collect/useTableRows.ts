/** The windows of the table of sources that are in view, fetched as they come. */

import { useQueries, useQueryClient } from "@tanstack/react-query";
import { type SourcesWanted, sourcesQuery } from "../../api/sources";
import { useStudyId } from "../../api/study";
import type { Source } from "../../api/types";

const PAGE = 100;
/** As many as a question may ask for. */
const MOST = 1000;

export type Asked = Omit<SourcesWanted, "offset" | "limit">;

/** The sources of the rows from `first` to `last` that are there already, by row. */
export function useTableRows(asked: Asked, first: number, last: number): Map<number, Source> {
  const study = useStudyId();
  const from = Math.floor(Math.max(first, 0) / PAGE);
  const to = Math.floor(Math.max(last, first, 0) / PAGE);
  const offsets = Array.from({ length: to - from + 1 }, (_, at) => (from + at) * PAGE);
  return useQueries({
    queries: offsets.map((offset) => sourcesQuery(study, { ...asked, offset, limit: PAGE })),
    combine: (results) => {
      const rows = new Map<number, Source>();
      results.forEach(({ data }, page) => {
        data?.sources.forEach((source, at) => {
          rows.set((offsets[page] ?? 0) + at, source);
        });
      });
      return rows;
    },
  });
}

/** Asks for the GUIDs of all rows from one to another, those not loaded too. */
export function useGuidsBetween(asked: Asked) {
  const study = useStudyId();
  const queries = useQueryClient();
  return async (one: number, other: number): Promise<string[]> => {
    const first = Math.max(0, Math.min(one, other));
    const last = Math.max(one, other);
    const guids: string[] = [];
    for (let offset = first; offset <= last; offset += MOST) {
      const limit = Math.min(MOST, last - offset + 1);
      const page = await queries.fetchQuery(sourcesQuery(study, { ...asked, offset, limit }));
      guids.push(...page.sources.map(({ guid }) => guid));
    }
    return guids;
  };
}
