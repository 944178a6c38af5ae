/** Memos about anything: lists of them, one, its writing, and what refers to what. */

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components, operations } from "./schema";
import { authorsOf, useSeen } from "./seen";
import { useStudyId } from "./study";
import type { Memo } from "./types";

type Schemas = components["schemas"];

/** Anything by its name and, for words of a source, its place; without a label it is gone. */
export type Thing = Schemas["ThingOut"];
export type MemoPatch = Schemas["MemoPatch"];
export type MemoKind = NonNullable<MemoPatch["kind"]>;
/** Something a memo is to be about; a source with start and end is a passage of it. */
export type About = Schemas["AboutForm"];
export type Margin = Schemas["MarginOut"];
export type Backlink = Schemas["BacklinkOut"];
export type Task = Schemas["TaskOut"];
export type MemoQuery = NonNullable<operations["list_memos"]["parameters"]["query"]>;

export const MEMO_KINDS: readonly MemoKind[] = [
  "theoretical",
  "method",
  "reflexive",
  "summary",
  "jotting",
  "metaphor",
];

const MOST = 500;

/** The memos about something, by its GUID; `deep`: about its passages and codings too. */
export function useMemos(about: string | null, { deep = false }: { deep?: boolean } = {}) {
  const study = useStudyId();
  const seen = useSeen();
  const authors = authorsOf(seen);
  return useQuery({
    queryKey: ["memos", study, about, deep, authors],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/memos", {
          params: { path: { study }, query: { about: about ?? "", deep, limit: MOST, ...authors } },
        }),
      ),
    select: (page) => page.memos,
    enabled: about !== null && seen.isKnown,
  });
}

const PAGE = 100;

/** The memos that answer to a filter, a page at a time. */
export function useMemoList(query: MemoQuery) {
  const study = useStudyId();
  const seen = useSeen();
  const authors = authorsOf(seen);
  return useInfiniteQuery({
    queryKey: ["memos", study, "list", query, authors],
    queryFn: ({ pageParam: offset }) =>
      answer(
        client.GET("/api/studies/{study}/memos", {
          params: { path: { study }, query: { ...query, ...authors, offset, limit: PAGE } },
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const seen = pages.reduce((sum, page) => sum + page.memos.length, 0);
      return seen < last.total && last.memos.length > 0 ? seen : undefined;
    },
    enabled: seen.isKnown,
    placeholderData: keepPreviousData,
  });
}

/** One memo, as it is now. */
export function useMemoOf(guid: string | null) {
  const study = useStudyId();
  const seen = useSeen();
  const query = authorsOf(seen);
  return useQuery({
    queryKey: ["memos", study, "one", guid, query],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/memos/{guid}", {
          params: { path: { study, guid: guid ?? "" }, query },
        }),
      ),
    enabled: guid !== null && seen.isKnown,
  });
}

/** The memos about passages and codings of a source, by place. */
export function useMargin(source: string) {
  const study = useStudyId();
  const seen = useSeen();
  const query = authorsOf(seen);
  return useQuery({
    queryKey: ["memos", study, "margin", source, query],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/sources/{guid}/memos", {
          params: { path: { study, guid: source }, query },
        }),
      ),
    enabled: seen.isKnown,
  });
}

/** Everything that refers to something. */
export function useBacklinks(guid: string | null) {
  const study = useStudyId();
  const seen = useSeen();
  const query = authorsOf(seen);
  return useQuery({
    queryKey: ["memos", study, "backlinks", guid, query],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/backlinks/{guid}", {
          params: { path: { study, guid: guid ?? "" }, query },
        }),
      ),
    enabled: guid !== null && seen.isKnown,
  });
}

/** What is still there of things named `KIND/GUID`, by that name. */
export function useThings(names: readonly string[]) {
  const study = useStudyId();
  const of = [...new Set(names)].sort();
  const seen = useSeen();
  const authors = authorsOf(seen);
  return useQuery({
    queryKey: ["things", study, of, authors],
    queryFn: async () => {
      const found = await answer(
        client.GET("/api/studies/{study}/things", {
          params: { path: { study }, query: { of, ...authors } },
        }),
      );
      return new Map(found.map((thing) => [`${thing.kind}/${thing.guid}`, thing]));
    },
    enabled: of.length > 0 && seen.isKnown,
    placeholderData: keepPreviousData,
  });
}

/** The tasks that stand in memos. */
export function useTasks() {
  const study = useStudyId();
  const seen = useSeen();
  const query = authorsOf(seen);
  return useQuery({
    queryKey: ["memos", study, "tasks", query],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/memos/tasks", { params: { path: { study }, query } }),
      ),
    enabled: seen.isKnown,
  });
}

export interface NewMemo {
  readonly title: string;
  readonly body: string;
  readonly kind?: MemoKind;
  readonly about: About[];
}

export function useAddMemo() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewMemo) =>
      answer(client.POST("/api/studies/{study}/memos", { params: { path: { study } }, body })),
    onSuccess: (memo) =>
      queries.setQueriesData({ queryKey: ["memos", study, "one", memo.guid] }, memo),
    onSettled: () => invalidate(queries, ["memo", "link"]),
  });
}

/** Writes parts of a memo, over the revision that was seen. */
export function useChangeMemo() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ memo, ...body }: { memo: Pick<Memo, "guid" | "revision"> } & MemoPatch) =>
      answer(
        client.PATCH("/api/studies/{study}/memos/{guid}", {
          params: { path: { study, guid: memo.guid }, header: ifMatch(memo.revision) },
          body,
        }),
      ),
    onSuccess: (memo) =>
      queries.setQueriesData({ queryKey: ["memos", study, "one", memo.guid] }, memo),
    onSettled: () => invalidate(queries, ["memo", "link"]),
  });
}

export function useTick() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ memo, ...body }: { memo: string; line: number; text: string; done: boolean }) =>
      answer(
        client.POST("/api/studies/{study}/memos/{guid}/tasks", {
          params: { path: { study, guid: memo } },
          body,
        }),
      ),
    onSuccess: (memo) =>
      queries.setQueriesData({ queryKey: ["memos", study, "one", memo.guid] }, memo),
    onSettled: () => invalidate(queries, ["memo"]),
  });
}

export function useRemoveMemo() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (memo: Pick<Memo, "guid" | "revision">) =>
      answer(
        client.DELETE("/api/studies/{study}/memos/{guid}", {
          params: { path: { study, guid: memo.guid }, header: ifMatch(memo.revision) },
        }),
      ),
    onSettled: () => invalidate(queries, ["memo", "link"]),
  });
}
