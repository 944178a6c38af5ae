/** Sources: the table of them, their texts, bringing files in, changing and removing. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, BASE, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import { problemOf } from "./problem";
import { ALL_SEEN, codersOf, type Seen } from "./seen";
import { useStudyId } from "./study";
import type {
  Imported,
  Source,
  SourceKind,
  SourcePatch,
  SourceStatus,
  SourcesChange,
} from "./types";

/** Which sources are meant; `""` in a facet: those without any. */
export interface SourceFilter {
  readonly text?: string;
  readonly kind?: readonly (SourceKind | "")[];
  /** By GUID. */
  readonly case?: readonly string[];
  readonly language?: readonly string[];
  readonly status?: readonly SourceStatus[];
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

function filterQuery({ text, kind, case: cases, language, status }: SourceFilter) {
  return {
    ...(text && { text }),
    ...(kind && kind.length > 0 && { kind: [...kind] }),
    ...(cases && cases.length > 0 && { case: [...cases] }),
    ...(language && language.length > 0 && { language: [...language] }),
    ...(status && status.length > 0 && { status: [...status] }),
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

export function useSource(guid: string | null, seen: Seen = ALL_SEEN) {
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
    onSuccess: (changed) =>
      queries.setQueriesData<Source>(
        { queryKey: ["source", changed.guid], predicate: ({ queryKey }) => queryKey[2] !== "card" },
        (before) => before && { ...changed, codings: before.codings },
      ),
    onSettled: () => invalidate(queries, ["source"]),
  });
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

/** What would go with sources, by kind. */
export function askGoing(study: string, chosen: Chosen) {
  return answer(
    client.POST("/api/studies/{study}/sources/remove", {
      params: { path: { study } },
      body: { ...chosenForm(chosen), dry_run: true },
    }),
  );
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
export async function tableOfSources(
  study: string,
  chosen: Chosen,
  asked: { sort: readonly string[]; columns: readonly string[]; format: "csv" | "xlsx" | "tsv" },
): Promise<Response> {
  const response = await fetch(`${BASE}/api/studies/${study}/sources/table`, {
    method: "POST",
    body: JSON.stringify({ ...chosenForm(chosen), ...asked }),
    headers: { "Accept-Language": currentLanguage(), "Content-Type": "application/json" },
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** What is said about files over what is recognised. */
export interface ImportOptions {
  readonly kind?: string;
  readonly case?: string;
  readonly language?: string;
  readonly encoding?: string;
}

/** Reads files on the server, and writes them unless `dryRun`. */
export async function sendFiles(
  study: string,
  files: readonly File[],
  options: ImportOptions,
  dryRun: boolean,
  signal?: AbortSignal,
): Promise<Imported> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  for (const [name, value] of Object.entries(options)) if (value) form.append(name, value);
  form.append("dry_run", String(dryRun));
  const response = await fetch(`${BASE}/api/studies/${study}/sources`, {
    method: "POST",
    body: form,
    headers: { "Accept-Language": currentLanguage() },
    ...(signal && { signal }),
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Imported;
}
