/** Displays: their kinds, what they give, and those that were saved. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import type { MatrixShape } from "../shapes/matrix";
import { unpacked } from "../shapes/packed";
import { answer, client, fileAddress, ifMatch } from "./client";
import type { components } from "./schema";
import { codersOf, type Seen, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

export type DisplayKind = components["schemas"]["DisplayKindOut"];
export type SavedDisplay = components["schemas"]["DisplayOut"];
export type Setting = components["schemas"]["SettingOut"];
export type DisplayGlimpse = components["schemas"]["DisplayGlimpseOut"];
type MatrixOut = components["schemas"]["MatrixOut"];
/** Measures are lists of row, column and value. */
export type Matrix = Omit<MatrixOut, "measures" | Exclude<keyof MatrixShape, "said">> &
  Omit<MatrixShape, "said"> & { measures: Record<string, number[][]> };
export type Ending =
  | ".svg"
  | ".png"
  | ".pdf"
  | ".html"
  | ".csv"
  | ".xlsx"
  | ".docx"
  | ".json"
  | ".md"
  | ".sav"
  | ".zip"
  | ".gexf"
  | ".graphml";
type Settings = Readonly<Record<string, unknown>>;

export function useDisplayKinds() {
  const study = useStudyId();
  const language = currentLanguage();
  return useQuery({
    queryKey: ["displays", study, "kinds", language],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/displays/kinds", { params: { path: { study } } })),
  });
}

/** A small picture of a display; it may be a minute old. */
export function useGlimpse(kind: string, enabled: boolean) {
  const study = useStudyId();
  const language = currentLanguage();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: ["glimpses", study, kind, language, seen.coders],
    enabled: enabled && seen.isKnown,
    retry: false,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      answer(
        client.POST("/api/studies/{study}/displays/glimpse", {
          params: { path: { study } },
          body: { kind, ...codersOf(seen) },
          signal,
        }),
      ),
  });
}

/** A display of the study as it stands; while a new one is worked out, the one before is kept. */
export function useComputed(kind: string, settings: Settings, enabled: boolean) {
  const study = useStudyId();
  const language = currentLanguage();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: ["displays", study, "matrix", kind, settings, language, seen.coders],
    enabled: enabled && seen.isKnown,
    retry: false,
    placeholderData: keepPreviousData,
    // Half a million cells take longer to compare than to draw.
    structuralSharing: false,
    queryFn: async ({ signal }): Promise<Matrix> =>
      unpacked<Matrix>(
        await answer(
          client.POST("/api/studies/{study}/displays/compute", {
            params: { path: { study } },
            body: { kind, settings: { ...settings }, ...codersOf(seen) },
            signal,
          }),
        ),
      ),
  });
}

export function useSavedDisplays() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["displays", study, "saved"],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/displays", { params: { path: { study } } })),
  });
}

/** Saving under a name, saving anew, renaming and deleting. */
export function useSaving() {
  const study = useStudyId();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ["displays", study, "saved"] });
  const save = useMutation({
    mutationFn: (body: { name: string; kind: string; settings: Settings }) =>
      answer(
        client.POST("/api/studies/{study}/displays", {
          params: { path: { study } },
          body: { ...body, settings: { ...body.settings } },
        }),
      ),
    onSuccess,
  });
  const change = useMutation({
    mutationFn: ({ of, ...body }: { of: SavedDisplay; name?: string; settings?: Settings }) =>
      answer(
        client.PATCH("/api/studies/{study}/displays/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(of.revision) },
          body: body as components["schemas"]["DisplayPatch"],
        }),
      ),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (of: SavedDisplay) =>
      answer(
        client.DELETE("/api/studies/{study}/displays/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(of.revision) },
        }),
      ),
    onSuccess,
  });
  return { save, change, remove };
}

/** Where a display is as a file; with a saved one, its analysts' words stand in the cells. */
export function displayFile(
  study: string,
  { kind, settings, saved }: { kind: string; settings: Settings; saved?: string | null },
  ending: Ending,
  seen: Seen,
) {
  return fileAddress(`/api/studies/${study}/displays/file`, {
    kind,
    settings: JSON.stringify(settings),
    ending,
    language: currentLanguage(),
    ...(saved && { saved }),
    ...codersOf(seen),
  });
}
