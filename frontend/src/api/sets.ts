/** Sets of sources, cases, codes or segments. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { codersOf, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

export type Group = components["schemas"]["SetOut"];
export type GroupForm = components["schemas"]["SetForm"];
export type GroupOf = GroupForm["of"];

const NONE: readonly Group[] = [];

/** The sets of a kind, none while they are fetched. */
export function useSets(of: GroupOf): readonly Group[] {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  const { data = NONE } = useQuery({
    queryKey: ["sets", study, of, seen.coders],
    enabled: seen.isKnown,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/sets", {
          params: { path: { study }, query: { of, ...codersOf(seen) } },
        }),
      ),
  });
  return data;
}

/** All sets with how much is in each, without what that is; none while they are fetched. */
export function useSetCounts(): readonly Group[] {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  const { data = NONE } = useQuery({
    queryKey: ["sets", study, "counts", seen.coders],
    enabled: seen.isKnown,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/sets", {
          params: { path: { study }, query: { members: false, ...codersOf(seen) } },
        }),
      ),
  });
  return data;
}

function useSetChange<V, R>(
  change: (study: string, values: V, seen: { coders?: string[] }) => Promise<R>,
  expected?: (groups: Group[], values: V) => Group[],
) {
  const study = useStudyId();
  const seen = codersOf(useSeenAnywhere());
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (values: V) => change(study, values, seen),
    onMutate: (values) => {
      const filter = { queryKey: ["sets", study] };
      void queries.cancelQueries(filter);
      const before = queries.getQueriesData(filter);
      if (expected) {
        queries.setQueriesData<Group[]>(filter, (groups) => groups && expected(groups, values));
      }
      return { before };
    },
    onError: (_error, _values, context) => {
      for (const [key, groups] of context?.before ?? []) queries.setQueryData(key, groups);
    },
    onSettled: () => invalidate(queries, ["set"]),
  });
}

export function useAddSet() {
  return useSetChange((study, body: GroupForm, seen) =>
    answer(
      client.POST("/api/studies/{study}/sets", { params: { path: { study }, query: seen }, body }),
    ),
  );
}

export interface SetMembers {
  readonly set: string;
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

/** A set's members with some put in and some taken out. */
export function membersWith(
  members: readonly string[],
  { add = [], remove = [] }: Pick<SetMembers, "add" | "remove">,
): string[] {
  const gone = new Set(remove);
  return [...new Set([...members, ...add])].filter((guid) => !gone.has(guid));
}

/** Puts things into a set and takes others out. */
export function usePutInSet() {
  return useSetChange(
    (study, { set, add = [], remove = [] }: SetMembers) =>
      answer(
        client.POST("/api/studies/{study}/sets/{guid}/members", {
          params: { path: { study, guid: set } },
          body: { add: [...add], remove: [...remove] },
        }),
      ),
    (groups, change) =>
      groups.map((group) =>
        group.guid === change.set
          ? { ...group, members: membersWith(group.members, change) }
          : group,
      ),
  );
}

export interface SetChange {
  readonly group: Group;
  readonly patch: { name?: string; query?: string };
}

export function useChangeSet() {
  return useSetChange(
    (study, { group, patch }: SetChange, seen) =>
      answer(
        client.PATCH("/api/studies/{study}/sets/{guid}", {
          params: {
            path: { study, guid: group.guid },
            query: seen,
            header: ifMatch(group.revision),
          },
          body: patch,
        }),
      ),
    (groups, { group, patch }) =>
      groups.map((one) => (one.guid === group.guid ? { ...one, ...patch } : one)),
  );
}

export function useRemoveSet() {
  return useSetChange(
    (study, guid: string) =>
      answer(
        client.DELETE("/api/studies/{study}/sets/{guid}", { params: { path: { study, guid } } }),
      ),
    (groups, guid) => groups.filter((group) => group.guid !== guid),
  );
}
