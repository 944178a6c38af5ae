/** What codes and cases are to one another. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { authorsOf, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Relation = Schemas["RelationOut"];
export type RelationForm = Schemas["RelationForm"];

/** The relations from and to a code or case, and the types that those of the study have. */
export function useRelations(of: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["relations", study, of],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/relations", {
          params: { path: { study }, query: { of } },
        }),
      ),
  });
}

/** Codes that may stand between the two of a relation. */
export function useRelationMediators(relation: string) {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: ["relations", study, "between", relation, seen.coders],
    enabled: seen.isKnown,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/relations/{guid}/between", {
          params: { path: { study, guid: relation }, query: authorsOf(seen) },
        }),
      ),
  });
}

/** Relates two things, changes and removes relations. */
export function useRelationDoings() {
  const study = useStudyId();
  const queries = useQueryClient();
  const onSettled = () => invalidate(queries, ["relation"]);
  const at = (one: Relation) => ({
    path: { study, guid: one.guid },
    header: ifMatch(one.revision),
  });
  return {
    add: useMutation({
      mutationFn: (body: RelationForm) =>
        answer(
          client.POST("/api/studies/{study}/relations", { params: { path: { study } }, body }),
        ),
      onSettled,
    }),
    change: useMutation({
      mutationFn: ({ one, patch }: { one: Relation; patch: Schemas["RelationPatch"] }) =>
        answer(
          client.PATCH("/api/studies/{study}/relations/{guid}", { params: at(one), body: patch }),
        ),
      onSettled,
    }),
    putBetween: useMutation({
      mutationFn: ({ one, ...body }: { one: Relation } & Schemas["MiddleForm"]) =>
        answer(
          client.POST("/api/studies/{study}/relations/{guid}/between", { params: at(one), body }),
        ),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (one: Relation) =>
        answer(client.DELETE("/api/studies/{study}/relations/{guid}", { params: at(one) })),
      onSettled,
    }),
  };
}
