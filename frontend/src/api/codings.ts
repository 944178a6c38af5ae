/** Codings of a source: what is done shows at once, and is taken back when the server refuses. */

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changed, only, rowOf, withMore, without } from "../lib/columns";
import { answer, client, ifMatch } from "./client";
import { codingsSaved, invalidate } from "./keys";
import { isOnPage } from "./live";
import { ApiProblem } from "./problem";
import type { components } from "./schema";
import { codersOf, type Seen } from "./seen";
import { useStudyId } from "./study";
import type { Codings } from "./types";

type Schemas = components["schemas"];

const keyOf = (source: string) => ["codings", source];

export function useCodings(source: string, seen: Seen) {
  const study = useStudyId();
  return useQuery({
    queryKey: [...keyOf(source), seen.coders],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/sources/{guid}/codings", {
          params: { path: { study, guid: source }, query: codersOf(seen) },
        }),
      ),
    enabled: seen.isKnown,
    // Thousands of rows are not compared one by one to say which are as they were.
    structuralSharing: false,
  });
}

/** A source's codings as the page has them at this moment, which may not be drawn yet. */
export function codingsNow(
  queries: QueryClient,
  source: string,
  { coders }: Seen,
): Codings | undefined {
  return queries.getQueryData<Codings>([...keyOf(source), coders]);
}

function edit(queries: QueryClient, source: string, change: (columns: Codings) => Codings): void {
  queries.setQueriesData<Codings>(
    { queryKey: keyOf(source) },
    (columns) => columns && change(columns),
  );
}

/** The key of changes under way of a source's codings. */
const CHANGING = ["changing", "codings"];
/** Sources whose codings were being fetched when a change of them came between. */
const interrupted = new Set<string>();

/**
 * Shows a change of a source's codings before anything else can happen, so that whoever presses
 * keys quickly always changes what the press before left behind.
 */
function show(queries: QueryClient, source: string, change: (columns: Codings) => Codings): void {
  const filter = { queryKey: keyOf(source) };
  if (queries.isFetching(filter) > 0) interrupted.add(source);
  // What is on its way does not know of the change.
  void queries.cancelQueries(filter);
  edit(queries, source, change);
}

/** A change was answered: after the last, what was not fetched because of it is fetched. */
function answered(queries: QueryClient, source: string, isRefused: boolean): void {
  if (isRefused) interrupted.add(source);
  codingsSaved(queries);
  if (queries.isMutating({ mutationKey: CHANGING }) > 1 || !interrupted.delete(source)) return;
  void queries.invalidateQueries({ queryKey: keyOf(source) });
}

/** Some rows of what is known of a source's codings, from each list that is kept of them. */
function rowsOf(queries: QueryClient, source: string, codings: readonly string[]) {
  const found = queries.getQueriesData<Codings>({ queryKey: keyOf(source) });
  return found.map(([key, columns]) => [key, columns && only(columns, codings)] as const);
}

export interface Applying {
  readonly source: string;
  /** The digest of the text that the positions are of. */
  readonly text?: string;
  readonly start: number;
  readonly end: number;
  /** GUIDs. */
  readonly codes: readonly string[];
  readonly coder: string;
  readonly origin?: "hand" | "in vivo";
  readonly memo?: string;
  readonly weight?: number | undefined;
}

let made = 0;

/** What will be there, under names of its own until the server has given its. */
export function expected(applying: Applying): Codings {
  const { start, end, codes, coder, origin = "hand", weight = null } = applying;
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
    weight: same(weight),
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
    mutationKey: CHANGING,
    mutationFn: ({ source, text, start, end, codes, origin, memo, weight }: Applying) =>
      answer(
        client.POST("/api/studies/{study}/codings", {
          params: { path: { study } },
          body: {
            source,
            start,
            end,
            codes: [...codes],
            ...(isSent(text) && { text }),
            ...(origin && { origin }),
            ...(memo && { memo }),
            ...(weight !== undefined && { weight }),
          },
        }),
      ),
    onMutate: (applying) => {
      const now = expected(applying);
      show(queries, applying.source, (columns) => withMore(columns, now));
      return { now };
    },
    onSuccess: ({ codings, seq }, { source }, { now }) => {
      isOnPage(seq);
      edit(queries, source, (columns) => withMore(without(columns, now.coding), codings));
    },
    onError: (_error, { source }, context) => {
      if (context) edit(queries, source, (columns) => without(columns, context.now.coding));
    },
    onSettled: (_done, error, { source }) => answered(queries, source, error !== null),
  });
}

/** Takes codings of one source away. */
export function useRemoveCodings() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationKey: CHANGING,
    mutationFn: ({ codings }: { source: string; codings: string[] }) =>
      answer(
        client.POST("/api/studies/{study}/codings/remove", {
          params: { path: { study } },
          body: { codings },
        }),
      ),
    onMutate: ({ source, codings }) => {
      const gone = rowsOf(queries, source, codings);
      show(queries, source, (columns) => without(columns, codings));
      return { gone };
    },
    onSuccess: ({ seq }) => isOnPage(seq),
    onError: (_error, _values, context) => {
      for (const [key, rows] of context?.gone ?? [])
        queries.setQueryData<Codings>(key, (now) => now && rows && withMore(now, rows));
    },
    onSettled: (_done, error, { source }) => answered(queries, source, error !== null),
  });
}

/** A text that is not the server's yet has no digest there. */
const isSent = (text: string | undefined): text is string =>
  text !== undefined && text !== "" && !text.startsWith("new-");

const CHANGE = [...CHANGING, "one"];

/** A coding's values before a change, where they still are as the change left them. */
function takenBack(columns: Codings, { coding, patch }: CodingChange, before: Codings): Codings {
  const now = rowOf(columns, coding);
  const was = rowOf(before, coding);
  if (!now || !was) return columns;
  const names = Object.keys(patch) as (keyof typeof patch)[];
  const mine = names.filter((name) => now[name] === patch[name]);
  return changed(columns, coding, Object.fromEntries(mine.map((name) => [name, was[name]])));
}

export interface CodingChange {
  readonly source: string;
  /** The digest of the text that the positions are of. */
  readonly text?: string;
  readonly coding: string;
  /** What the person saw; without it the change is made whatever somebody else did meanwhile. */
  readonly revision?: number | undefined;
  readonly patch: { start?: number; end?: number; weight?: number | null; code?: string };
}

/** Weighs a coding, gives it another code or other boundaries. */
export function useChangeCoding() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationKey: CHANGE,
    mutationFn: ({ coding, text, revision, patch }: CodingChange) =>
      answer(
        client.PATCH("/api/studies/{study}/codings/{guid}", {
          params: {
            path: { study, guid: coding },
            ...(revision !== undefined && { header: ifMatch(revision) }),
          },
          body: { ...patch, ...(isSent(text) && { text }) },
        }),
      ),
    onMutate: ({ source, coding, patch }) => {
      const before = rowsOf(queries, source, [coding]);
      show(queries, source, (columns) => changed(columns, coding, patch));
      return { before };
    },
    onSuccess: ({ codings, seq }, { source, coding }) => {
      isOnPage(seq);
      // Where it was changed once more meanwhile, that stays on the page.
      const again = queries.isMutating({
        mutationKey: CHANGE,
        predicate: ({ state }) => (state.variables as CodingChange | undefined)?.coding === coding,
      });
      if (again === 1) edit(queries, source, (columns) => withMore(columns, codings));
    },
    onError: (error, change, context) => {
      for (const [key, rows] of context?.before ?? [])
        queries.setQueryData<Codings>(key, (now) => now && rows && takenBack(now, change, rows));
      // What somebody else did to it meanwhile is to be seen beside what was wanted.
      if (isOld(error)) invalidate(queries, ["coding", "block"], { sources: [change.source] });
    },
    onSettled: (_done, error, { source }) => answered(queries, source, error !== null),
  });
}

/** Whether it, or the text it is on, is not what the page showed. */
function isOld(error: unknown): boolean {
  return error instanceof ApiProblem && error.code.startsWith("stale-");
}

/** Whether somebody else had changed it first. */
export function isStale(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === "stale-revision";
}

export interface CodingsChange {
  readonly codings: readonly string[];
  /** One of these. */
  readonly what: { code: string } | { add: string[] } | { weight: number | null };
}

/** Changes many codings, of any sources, in one step. */
export function useChangeCodings() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ codings, what }: CodingsChange) =>
      answer(
        client.POST("/api/studies/{study}/codings/change", {
          params: { path: { study } },
          body: { codings: [...codings], ...what },
        }),
      ),
    onSettled: () => invalidate(queries, ["coding"]),
  });
}

export type Rule = Omit<Schemas["CodingRule"], "unit" | "dry_run"> & {
  unit: NonNullable<Schemas["CodingRule"]["unit"]>;
};

/** Codes whatever a rule finds, in one step; `dryRun` only counts it. */
export function useCodeByRule() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ rule, dryRun }: { rule: Rule; dryRun: boolean }) =>
      answer(
        client.POST("/api/studies/{study}/codings/rule", {
          params: { path: { study } },
          body: { ...rule, dry_run: dryRun },
        }),
      ),
    onSettled: (_done, _error, { dryRun }) => {
      if (!dryRun) invalidate(queries, ["coding"]);
    },
  });
}

/** Takes codings of any sources away, in one step. */
export function useRemoveManyCodings() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (codings: string[]) =>
      answer(
        client.POST("/api/studies/{study}/codings/remove", {
          params: { path: { study } },
          body: { codings },
        }),
      ),
    onSettled: () => invalidate(queries, ["coding"]),
  });
}
