/** Codes: the tree of them, making, changing, moving, merging, removing. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import { ALL_SEEN, codersOf, type Seen } from "./seen";
import { useStudyId } from "./study";
import type { Code, CodeForm, CodePatch } from "./types";

const NONE: readonly Code[] = [];

/** All codes, with the codings counted that are seen. */
export function useCodes(seen: Seen = ALL_SEEN) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["codes", study, seen.coders],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/codes", {
          params: { path: { study }, query: codersOf(seen) },
        }),
      ),
    placeholderData: keepPreviousData,
    enabled: seen.isKnown,
  });
}

/** The codes, none while they are fetched. */
export function useCodeList(seen?: Seen): readonly Code[] {
  return useCodes(seen).data ?? NONE;
}

function useCodeChange<V, R>(
  change: (study: string, values: V) => Promise<R>,
  also: string[] = [],
) {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (values: V) => change(study, values),
    onSettled: () => invalidate(queries, ["code", ...also]),
  });
}

export function useAddCode() {
  return useCodeChange((study, body: CodeForm) =>
    answer(client.POST("/api/studies/{study}/codes", { params: { path: { study } }, body })),
  );
}

export function useChangeCode() {
  return useCodeChange((study, { code, patch }: { code: Code; patch: CodePatch }) =>
    answer(
      client.PATCH("/api/studies/{study}/codes/{guid}", {
        params: { path: { study, guid: code.guid }, header: ifMatch(code.revision) },
        body: patch,
      }),
    ),
  );
}

export interface CodeMove {
  readonly code: Code;
  readonly parent: string | null;
  /** Among its siblings; the last without it. */
  readonly position?: number;
}

export function useMoveCode() {
  return useCodeChange((study, { code, parent, position }: CodeMove) =>
    answer(
      client.POST("/api/studies/{study}/codes/{guid}/move", {
        params: { path: { study, guid: code.guid } },
        body: { parent, ...(position !== undefined && { position }) },
      }),
    ),
  );
}

export function useMergeCodes() {
  return useCodeChange(
    (study, { into, codes }: { into: string; codes: string[] }) =>
      answer(
        client.POST("/api/studies/{study}/codes/{guid}/merge", {
          params: { path: { study, guid: into } },
          body: { codes },
        }),
      ),
    ["coding"],
  );
}

export function useRemoveCode() {
  return useCodeChange(
    (study, code: Code) =>
      answer(
        client.DELETE("/api/studies/{study}/codes/{guid}", {
          params: { path: { study, guid: code.guid } },
        }),
      ),
    ["coding"],
  );
}
