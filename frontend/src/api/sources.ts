/** Sources: the table of them, their texts, bringing files in, changing and removing. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, BASE, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import { problemOf } from "./problem";
import { useStudyId } from "./study";
import type { Imported, Source, SourceKind, SourcePatch } from "./types";

export interface SourcesWanted {
  readonly offset?: number;
  readonly limit?: number;
  /** A column; with `-` before it downwards. */
  readonly sort?: string;
  readonly text?: string;
  readonly kind?: SourceKind;
  readonly case?: string;
}

function askSources(study: string, query: SourcesWanted) {
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

export function useSource(guid: string | null) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["source", guid],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/sources/{guid}", {
          params: { path: { study, guid: guid ?? "" } },
        }),
      ),
    enabled: guid !== null,
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
    onSuccess: (changed) => queries.setQueryData(["source", changed.guid], changed),
    onSettled: () => invalidate(queries, ["source"]),
  });
}

export function useRemoveSources() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (guids: string[]) =>
      answer(
        client.POST("/api/studies/{study}/sources/remove", {
          params: { path: { study } },
          body: { guids },
        }),
      ),
    onSettled: () => invalidate(queries, ["source", "coding", "case"]),
  });
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
