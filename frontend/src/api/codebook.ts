/** The codebook changed: what is done shows at once, and is taken back when the server refuses. */

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { edited, moved, without } from "../lib/code-changes";
import { currentLanguage } from "../lib/i18n";
import { answer, client, ifMatch } from "./client";
import { CHANGING_CODES, invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";
import type { Code, CodePatch } from "./types";

type Schemas = components["schemas"];
export type CodeSplit = Schemas["CodeSplit"];
export type CodebookFile = Schemas["CodebookFile"];
export type CodebookRead = Schemas["CodebookRead"];
export type Recolouring = Schemas["CodesRecolour"];

interface Changing<V, R> {
  readonly change: (study: string, values: V) => Promise<R>;
  /** The list as it is likely to be. */
  readonly expected?: (codes: Code[], values: V) => Code[];
  /** Kinds touched beside codes. */
  readonly also?: readonly string[];
}

function editLists(
  queries: QueryClient,
  study: string,
  edit: (codes: Code[]) => Code[],
): ReturnType<QueryClient["getQueriesData"]> {
  const filter = { queryKey: ["codes", study] };
  const before = queries.getQueriesData(filter);
  queries.setQueriesData<Code[]>(filter, (codes) => codes && edit(codes));
  return before;
}

/** Changes of the codebook go one after the other, each on top of what is shown. */
function useCodebookChange<V, R>({ change, expected, also = [] }: Changing<V, R>) {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationKey: CHANGING_CODES,
    scope: { id: "codebook" },
    mutationFn: (values: V) => change(study, values),
    onMutate: (values) => {
      if (!expected) return { before: [] };
      void queries.cancelQueries({ queryKey: ["codes", study] });
      return { before: editLists(queries, study, (codes) => expected(codes, values)) };
    },
    onError: (_error, _values, context) => {
      for (const [key, codes] of context?.before ?? []) queries.setQueryData(key, codes);
    },
    onSettled: () => {
      invalidate(queries, ["code", ...also]);
      // The last of several brings the list from the server; before it, it would step back.
      if (queries.isMutating({ mutationKey: CHANGING_CODES }) <= 1)
        void queries.invalidateQueries({ queryKey: ["codes", study] });
    },
  });
}

export interface CodesMove {
  readonly codes: readonly string[];
  readonly parent: string | null;
  /** How many of those that stay there come before; `null`: all. */
  readonly position: number | null;
}

/** Puts codes elsewhere in the tree. */
export function useMoveCodes() {
  return useCodebookChange({
    change: (study, { codes, parent, position }: CodesMove) =>
      answer(
        client.POST("/api/studies/{study}/codes/move", {
          params: { path: { study } },
          body: { codes: [...codes], parent, ...(position !== null && { position }) },
        }),
      ),
    expected: (list, { codes, parent, position }) => moved(list, codes, parent, position),
  });
}

/** What this window itself wrote last, by code: what a person writes next rests on that. */
const written = new Map<string, number>();

/** Writes over parts of a code's entry. */
export function useEditCode() {
  return useCodebookChange({
    change: async (study, { code, patch }: { code: Code; patch: CodePatch }) => {
      const seen = Math.max(code.revision, written.get(code.guid) ?? 0);
      const now = await answer(
        client.PATCH("/api/studies/{study}/codes/{guid}", {
          params: { path: { study, guid: code.guid }, header: ifMatch(seen) },
          body: patch,
        }),
      );
      written.set(code.guid, now.revision);
      return now;
    },
    expected: (list, { code, patch }) => edited(list, [code.guid], patch as Partial<Code>),
  });
}

/** Gives codes, and those below them, other colours. */
export function useRecolour() {
  return useCodebookChange({
    change: (study, body: Recolouring) =>
      answer(
        client.POST("/api/studies/{study}/codes/recolour", { params: { path: { study } }, body }),
      ),
    expected: (list, { codes, colour }) => (colour ? edited(list, codes, { colour }) : list),
  });
}

export interface CodesRemoval {
  readonly codes: readonly string[];
  /** Who gets their codings; without it they go. */
  readonly heir: string | null;
}

export function useRemoveCodes() {
  return useCodebookChange({
    change: (study, { codes, heir }: CodesRemoval) =>
      answer(
        client.POST("/api/studies/{study}/codes/remove", {
          params: { path: { study } },
          body: { codes: [...codes], codings_to: heir },
        }),
      ),
    expected: (list, { codes }) => without(list, codes),
    also: ["coding", "set"],
  });
}

export interface CodesMerge {
  readonly into: string;
  readonly codes: readonly string[];
  readonly joinTexts: boolean;
}

export function useMergeInto() {
  return useCodebookChange({
    change: (study, { into, codes, joinTexts }: CodesMerge) =>
      answer(
        client.POST("/api/studies/{study}/codes/{guid}/merge", {
          params: { path: { study, guid: into } },
          body: { codes: [...codes], join_texts: joinTexts, dry_run: false },
        }),
      ),
    also: ["coding", "set", "link"],
  });
}

/** What a merge would do to the codings. */
export function useMergePreview(into: string, codes: readonly string[]) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["merging", study, into, ...codes],
    queryFn: () =>
      answer(
        client.POST("/api/studies/{study}/codes/{guid}/merge", {
          params: { path: { study, guid: into } },
          body: { codes: [...codes], join_texts: false, dry_run: true },
        }),
      ),
  });
}

export function useSplitCode() {
  return useCodebookChange({
    change: (study, { code, form }: { code: string; form: CodeSplit }) =>
      answer(
        client.POST("/api/studies/{study}/codes/{guid}/split", {
          params: { path: { study, guid: code } },
          body: form,
        }),
      ),
    also: ["coding", "link"],
  });
}

// --- what stands behind an entry ---

export function useExamples(code: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["examples", study, code],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/codes/{guid}/examples", {
          params: { path: { study, guid: code } },
        }),
      ),
  });
}

export interface ExamplePassage {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

export function useAddExample() {
  return useCodebookChange({
    change: (study, { code, passage }: { code: string; passage: ExamplePassage }) =>
      answer(
        client.POST("/api/studies/{study}/codes/{guid}/examples", {
          params: { path: { study, guid: code } },
          body: { source: passage.source, start: passage.start, end: passage.end },
        }),
      ),
    also: ["link"],
  });
}

export function useRemoveExample() {
  return useCodebookChange({
    change: (study, { code, segment }: { code: string; segment: string }) =>
      answer(
        client.DELETE("/api/studies/{study}/codes/{guid}/examples/{segment}", {
          params: { path: { study, guid: code, segment } },
        }),
      ),
    also: ["link"],
  });
}

/** In which sources and cases a code is used. */
export function useUses(code: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["uses", study, code],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/codes/{guid}/uses", {
          params: { path: { study, guid: code } },
        }),
      ),
  });
}

// --- codebooks as files ---

/** Reads a codebook file: with `dry_run` only what it would change is told. */
export function useReadCodebook() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CodebookFile) =>
      answer(client.POST("/api/studies/{study}/codebook", { params: { path: { study } }, body })),
    onSettled: (_read, _error, { dry_run }) => {
      if (!dry_run) invalidate(queries, ["code"]);
    },
  });
}

export function useFrames() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["frames", study, currentLanguage()],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/frames", { params: { path: { study } } })),
  });
}

export function useApplyFrame() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) =>
      answer(
        client.POST("/api/studies/{study}/frames/{name}", {
          params: { path: { study, name } },
          body: { language: currentLanguage() },
        }),
      ),
    onSettled: () => invalidate(queries, ["code"]),
  });
}

export interface Recode {
  readonly codings: readonly string[];
  readonly code: string;
  /** The code is put on their passages besides. */
  readonly adds: boolean;
}

/** Gives codings another code, or their passages one more. */
export function useRecode() {
  return useCodebookChange({
    change: (study, { codings, code, adds }: Recode) =>
      answer(
        client.POST("/api/studies/{study}/codings/change", {
          params: { path: { study } },
          body: { codings: [...codings], ...(adds ? { add: [code] } : { code }) },
        }),
      ),
    also: ["coding"],
  });
}

const LATEST = 8;

/** The last changes of an entity. */
export function useTrailOf(entity: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["history", study, "entity", entity, currentLanguage()],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/history", {
          params: { path: { study }, query: { entity, limit: LATEST } },
        }),
      ),
    select: ({ changes }) => changes,
  });
}
