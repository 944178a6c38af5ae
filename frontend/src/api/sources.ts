/** Sources: the table of them, their texts, bringing files in, changing and removing. */

import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { useMoment } from "../stores/moment";
import { answer, BASE, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import { problemOf } from "./problem";
import { codersOf, type Seen, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";
import type { Source, SourceKind, SourcePatch, SourceStatus, SourcesChange } from "./types";

/** Which sources are meant; `""` in a facet: those without any. */
export interface SourceFilter {
  readonly text?: string;
  readonly kind?: readonly (SourceKind | "")[];
  /** By GUID. */
  readonly case?: readonly string[];
  readonly language?: readonly string[];
  readonly status?: readonly SourceStatus[];
  /** Only what an open round gives me and I have not read. */
  readonly mine?: boolean;
}

export interface SourcesWanted extends SourceFilter {
  /** Only the codings of these people are counted. */
  readonly coders?: readonly string[];
  readonly offset?: number;
  readonly limit?: number;
  /** Columns, the first one first; with `-` before it downwards. */
  readonly sort?: string | readonly string[];
  /** The column whose values come before the order. */
  readonly group?: string;
}

function filterQuery({ text, kind, case: cases, language, status, mine }: SourceFilter) {
  return {
    ...(text && { text }),
    ...(kind && kind.length > 0 && { kind: [...kind] }),
    ...(cases && cases.length > 0 && { case: [...cases] }),
    ...(language && language.length > 0 && { language: [...language] }),
    ...(status && status.length > 0 && { status: [...status] }),
    ...(mine && { mine }),
  };
}

function askSources(
  study: string,
  { offset, limit, sort, group, coders, ...filter }: SourcesWanted,
) {
  const query = {
    ...filterQuery(filter),
    ...(offset !== undefined && { offset }),
    ...(limit !== undefined && { limit }),
    ...(sort && { sort: typeof sort === "string" ? [sort] : [...sort] }),
    ...(group && { group }),
    ...(coders && { coders: [...coders] }),
  };
  return answer(client.GET("/api/studies/{study}/sources", { params: { path: { study }, query } }));
}

/** A window of the table; the one before stays until it is there. */
export function useSources(wanted: SourcesWanted) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["sources", study, wanted],
    queryFn: () => askSources(study, wanted),
    placeholderData: keepPreviousData,
  });
}

/** How windows of the table are asked for, where there are several at once. */
export function sourcesQuery(study: string, wanted: SourcesWanted) {
  return {
    queryKey: ["sources", study, wanted],
    queryFn: () => askSources(study, wanted),
  };
}

/** What the sources may be filtered by, counted. */
export function useFacets(filter: SourceFilter) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["sources", study, "facets", filter],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/sources/facets", {
          params: { path: { study }, query: filterQuery(filter) },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** What hangs on a source: blocks, speakers, codes, memos, and what would go with it. */
export function useSourceCard(guid: string | null) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["source", guid, "card"],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/sources/{guid}/card", {
          params: { path: { study, guid: guid ?? "" } },
        }),
      ),
    enabled: guid !== null,
  });
}

export function askSource(study: string, guid: string) {
  const path = { study, guid };
  return answer(client.GET("/api/studies/{study}/sources/{guid}", { params: { path } }));
}

export function useSource(guid: string | null, wanted?: Seen) {
  const anywhere = useSeenAnywhere();
  const seen = wanted ?? anywhere;
  const study = useStudyId();
  return useQuery({
    queryKey: ["source", guid, seen.coders],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/sources/{guid}", {
          params: { path: { study, guid: guid ?? "" }, query: codersOf(seen) },
        }),
      ),
    enabled: guid !== null && seen.isKnown,
  });
}

/** A source's text with its blocks; texts are kept while the page is open. */
export function useText(guid: string | null) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["text", guid],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/sources/{guid}/text", {
          params: { path: { study, guid: guid ?? "" } },
        }),
      ),
    enabled: guid !== null,
  });
}

export function useChangeSource() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ source, patch }: { source: Source; patch: SourcePatch }) =>
      answer(
        client.PATCH("/api/studies/{study}/sources/{guid}", {
          params: { path: { study, guid: source.guid }, header: ifMatch(source.revision) },
          body: patch,
        }),
      ),
    // What is done shows at once; what is refused is asked for anew.
    onMutate: ({ source, patch }) =>
      showAtOnce(queries, study, source.guid, patch as Partial<Source>),
    onSuccess: ({ codings: _, coders: __, ...changed }) =>
      showAtOnce(queries, study, changed.guid, changed),
    onSettled: () => invalidate(queries, ["source"]),
  });
}

interface Window {
  readonly sources: readonly Source[];
}

const isWindow = (data: unknown): data is Window =>
  typeof data === "object" && data !== null && "sources" in data;

/** Shows wherever a source is told of what was just asked for, or is so now. */
function showAtOnce(
  queries: QueryClient,
  study: string,
  guid: string,
  patch: Partial<Source>,
): void {
  queries.setQueriesData({ queryKey: ["sources", study] }, (data: unknown) => {
    if (!isWindow(data) || !data.sources.some((one) => one.guid === guid)) return data;
    const sources = data.sources.map((one) => (one.guid === guid ? { ...one, ...patch } : one));
    return { ...data, sources };
  });
  queries.setQueriesData<Source>(
    { queryKey: ["source", guid], predicate: ({ queryKey }) => queryKey[2] !== "card" },
    (one) => one && { ...one, ...patch },
  );
}

/** Sources by GUID, or all that answer to a filter but some. */
export type Chosen =
  | { readonly guids: readonly string[] }
  | { readonly all: SourceFilter; readonly but: readonly string[] };

interface ChosenForm {
  guids?: string[];
  all?: { text?: string; case?: string[]; language?: string[]; status?: SourceStatus[] };
  but?: string[];
}

function chosenForm(chosen: Chosen): ChosenForm {
  return "all" in chosen
    ? { all: filterQuery(chosen.all), but: [...chosen.but] }
    : { guids: [...chosen.guids] };
}

/** Changes the same of many sources in one change. */
export function useChangeSources() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ chosen, patch }: { chosen: Chosen; patch: SourcesChange }) =>
      answer(
        client.PATCH("/api/studies/{study}/sources", {
          params: { path: { study } },
          body: { ...chosenForm(chosen), ...patch },
        }),
      ),
    onSettled: () => invalidate(queries, ["source", "case", "link", "set", "value", "attribute"]),
  });
}

/** Says whose words a speaker's are in one source; nobody's for `null`. */
export function useTieSpeaker() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (tie: { name: string; source: string; case: string | null }) =>
      answer(
        client.PUT("/api/studies/{study}/speakers", {
          params: { path: { study } },
          body: { ties: [tie] },
        }),
      ),
    onSettled: () => invalidate(queries, ["speaker", "case", "source"]),
  });
}

/** What would go with sources, by kind: asked at once, it is no write that could wait. */
export async function askGoing(study: string, chosen: Chosen): Promise<Record<string, number>> {
  const body = JSON.stringify({ ...chosenForm(chosen), dry_run: true });
  const response = await postNow(`${BASE}/api/studies/${study}/sources/remove`, body);
  return ((await response.json()) as { removed: Record<string, number> }).removed;
}

async function postNow(address: string, body: string): Promise<Response> {
  const { seq } = useMoment.getState();
  const response = await fetch(address, {
    method: "POST",
    body,
    headers: {
      "Accept-Language": currentLanguage(),
      "Content-Type": "application/json",
      ...(seq !== null && { "Jejak-At": String(seq) }),
    },
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

export function useRemoveSources() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (chosen: Chosen) =>
      answer(
        client.POST("/api/studies/{study}/sources/remove", {
          params: { path: { study } },
          body: chosenForm(chosen),
        }),
      ),
    onSettled: () => invalidate(queries, ["source", "coding", "case"]),
  });
}

/** The table of some sources as a file, or for the clipboard. */
export function tableOfSources(
  study: string,
  chosen: Chosen,
  asked: { sort: readonly string[]; columns: readonly string[]; format: "csv" | "xlsx" | "tsv" },
): Promise<Response> {
  const body = JSON.stringify({ ...chosenForm(chosen), ...asked });
  return postNow(`${BASE}/api/studies/${study}/sources/table`, body);
}
