/** Literature: works, files of them, and what cites them. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, BASE, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import { problemOf } from "./problem";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Work = Schemas["ReferenceOut"];
export type WorkPatch = Schemas["ReferencePatch"];
export type WorksReport = Schemas["WorksOut"];
export type Citer = Schemas["CitationForm"]["kind"];
export type Duplicates = "skip" | "merge" | "add";

export function useReferences() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["references", study],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/references", { params: { path: { study } } })),
  });
}

function useWriting<V, T>(write: (study: string, value: V) => Promise<T>) {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (value: V) => write(study, value),
    onSettled: () => invalidate(queries, ["reference", "link"]),
  });
}

export const useAddReference = () =>
  useWriting((study, csl: Record<string, unknown>) =>
    answer(
      client.POST("/api/studies/{study}/references", {
        params: { path: { study } },
        body: { csl, key: null },
      }),
    ),
  );

export const useChangeReference = () =>
  useWriting((study, { one, patch }: { one: Work; patch: WorkPatch }) =>
    answer(
      client.PATCH("/api/studies/{study}/references/{guid}", {
        params: { path: { study, guid: one.guid }, header: ifMatch(one.revision) },
        body: patch,
      }),
    ),
  );

export const useRemoveReferences = () =>
  useWriting((study, guids: string[]) =>
    answer(
      client.POST("/api/studies/{study}/references/remove", {
        params: { path: { study } },
        body: { guids },
      }),
    ),
  );

export const useMergeReferences = () =>
  useWriting((study, body: { keep: string; others: string[] }) =>
    answer(
      client.POST("/api/studies/{study}/references/merge", { params: { path: { study } }, body }),
    ),
  );

export const useCite = () =>
  useWriting((study, { work, kind, guid }: { work: string; kind: Citer; guid: string }) =>
    answer(
      client.POST("/api/studies/{study}/references/{guid}/cited-by", {
        params: { path: { study, guid: work } },
        body: { kind, guid },
      }),
    ),
  );

export const useUncite = () =>
  useWriting((study, { work, owner }: { work: string; owner: string }) =>
    answer(
      client.DELETE("/api/studies/{study}/references/{guid}/cited-by/{owner}", {
        params: { path: { study, guid: work, owner } },
      }),
    ),
  );

export function useMakeSource() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (guid: string) =>
      answer(
        client.POST("/api/studies/{study}/references/{guid}/source", {
          params: { path: { study, guid } },
        }),
      ),
    onSettled: () => invalidate(queries, ["source", "link", "reference"]),
  });
}

interface Sending {
  readonly files: readonly File[];
  readonly duplicates: Duplicates;
  readonly dryRun: boolean;
}

/** Sends files of literature: to be looked at, or to be written. */
export const useImportReferences = () =>
  useWriting(async (study, { files, duplicates, dryRun }: Sending): Promise<WorksReport> => {
    const body = new FormData();
    for (const file of files) body.append("files", file, file.name);
    const query = new URLSearchParams({ duplicates, dry_run: String(dryRun) });
    const address = `${BASE}/api/studies/${study}/references/import?${query}`;
    const headers = { "Accept-Language": currentLanguage() };
    const sent = await fetch(address, { method: "POST", body, headers });
    if (!sent.ok) throw await problemOf(sent);
    return (await sent.json()) as WorksReport;
  });

/** Works that seem to be the same, in groups. */
export function useDuplicates() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["references", study, "duplicates"],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/references/duplicates", { params: { path: { study } } }),
      ),
  });
}
