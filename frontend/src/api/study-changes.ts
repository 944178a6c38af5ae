/** Changing what a study says of itself, what it asks, who works on it, and what may leave it. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";
import type { Study } from "./types";

type Schemas = components["schemas"];
export type Question = Schemas["QuestionOut"];
export type User = Schemas["UserOut"];
export type Privacy = Schemas["PrivacyOut"];

export function useChangeStudy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, ...body }: { of: Study } & Partial<Schemas["StudyPatch"]>) =>
      answer(
        client.PATCH("/api/studies/{study}", {
          params: { path: { study: of.guid }, header: ifMatch(of.revision) },
          body: body as Schemas["StudyPatch"],
        }),
      ),
    onSettled: () => invalidate(queries, ["study"]),
  });
}

export function useChangePrivacy() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, ...body }: { of: Study } & Partial<Privacy>) =>
      answer(
        client.PATCH("/api/studies/{study}/privacy", {
          params: { path: { study: of.guid }, header: ifMatch(of.revision) },
          body: body as Schemas["PrivacyPatch"],
        }),
      ),
    onSettled: () => invalidate(queries, ["study"]),
  });
}

export function useChangeUser() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ of, ...body }: { of: User } & Partial<Schemas["UserPatch"]>) =>
      answer(
        client.PATCH("/api/studies/{study}/users/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(of.revision) },
          body: body as Schemas["UserPatch"],
        }),
      ),
    onSettled: () => invalidate(queries, ["user"]),
  });
}

/** Asking one more, in other words, elsewhere, or no more. */
export function useQuestions() {
  const study = useStudyId();
  const queries = useQueryClient();
  const onSettled = () => invalidate(queries, ["question"]);
  const add = useMutation({
    mutationFn: (text: string) =>
      answer(
        client.POST("/api/studies/{study}/questions", {
          params: { path: { study } },
          body: { text },
        }),
      ),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ of, ...body }: { of: Question; text?: string; position?: number }) =>
      answer(
        client.PATCH("/api/studies/{study}/questions/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(of.revision) },
          body: body as Schemas["QuestionPatch"],
        }),
      ),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (of: Question) =>
      answer(
        client.DELETE("/api/studies/{study}/questions/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(of.revision) },
        }),
      ),
    onSettled,
  });
  return { add, change, remove };
}

/** Where the study lies and what it takes there. */
export function useStored() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["stored", study],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/stored", { params: { path: { study } } })),
    staleTime: 0,
  });
}
