/** Codings of a source: what is done shows at once, and is taken back when the server refuses. */

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { NO_CODINGS, withMore, without } from "../lib/columns";
import { answer, client } from "./client";
import { invalidate } from "./keys";
import { isOnPage } from "./live";
import { useStudyId } from "./study";
import type { Codings } from "./types";

const keyOf = (source: string) => ["codings", source];

export function useCodings(source: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: keyOf(source),
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/sources/{guid}/codings", {
          params: { path: { study, guid: source } },
        }),
      ),
  });
}

function edit(queries: QueryClient, source: string, change: (columns: Codings) => Codings): void {
  queries.setQueryData<Codings>(keyOf(source), (columns) => change(columns ?? NO_CODINGS));
}

export interface Applying {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** GUIDs. */
  readonly codes: readonly string[];
  readonly coder: string;
  readonly origin?: "hand" | "in vivo";
  readonly memo?: string;
}

let made = 0;

/** What will be there, under names of its own until the server has given its. */
export function expected({ start, end, codes, coder, origin = "hand" }: Applying): Codings {
  made += 1;
  const names = codes.map((code) => `new-${made}-${code}`);
  const same = <T>(value: T) => codes.map(() => value);
  return {
    version: 0,
    coding: names,
    segment: same(""),
    start: same(start),
    end: same(end),
    code: [...codes],
    coder: same(coder),
    weight: same(null),
    created: same(Date.now()),
    origin: same(origin),
    revision: same(0),
  };
}

/** Puts codes on a stretch. */
export function useApplyCodes() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ source, start, end, codes, origin, memo }: Applying) =>
      answer(
        client.POST("/api/studies/{study}/codings", {
          params: { path: { study } },
          body: {
            source,
            start,
            end,
            codes: [...codes],
            ...(origin && { origin }),
            ...(memo && { memo }),
          },
        }),
      ),
    onMutate: async (applying) => {
      await queries.cancelQueries({ queryKey: keyOf(applying.source) });
      const now = expected(applying);
      edit(queries, applying.source, (columns) => withMore(columns, now));
      return { now };
    },
    onSuccess: ({ codings, seq }, { source }, { now }) => {
      isOnPage(seq);
      edit(queries, source, (columns) => withMore(without(columns, now.coding), codings));
    },
    onError: (_error, { source }, context) => {
      if (context) edit(queries, source, (columns) => without(columns, context.now.coding));
    },
    onSettled: () => invalidate(queries, ["coding"], { except: ["codings"] }),
  });
}

/** Takes codings of one source away. */
export function useRemoveCodings() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ codings }: { source: string; codings: string[] }) =>
      answer(
        client.POST("/api/studies/{study}/codings/remove", {
          params: { path: { study } },
          body: { codings },
        }),
      ),
    onMutate: async ({ source, codings }) => {
      await queries.cancelQueries({ queryKey: keyOf(source) });
      const before = queries.getQueryData<Codings>(keyOf(source));
      edit(queries, source, (columns) => without(columns, codings));
      return { before };
    },
    onSuccess: ({ seq }) => isOnPage(seq),
    onError: (_error, { source }, context) =>
      context?.before && queries.setQueryData(keyOf(source), context.before),
    onSettled: () => invalidate(queries, ["coding"], { except: ["codings"] }),
  });
}

export interface CodingChange {
  readonly source: string;
  readonly coding: string;
  readonly patch: { start?: number; end?: number; weight?: number | null; code?: string };
}

/** Weighs a coding, gives it another code or other boundaries. */
export function useChangeCoding() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ coding, patch }: CodingChange) =>
      answer(
        client.PATCH("/api/studies/{study}/codings/{guid}", {
          params: { path: { study, guid: coding } },
          body: patch,
        }),
      ),
    onSuccess: ({ codings, seq }, { source }) => {
      isOnPage(seq);
      edit(queries, source, (columns) => withMore(columns, codings));
    },
    onSettled: () => invalidate(queries, ["coding"], { except: ["codings"] }),
  });
}
