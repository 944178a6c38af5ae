/** Rounds: who is to read what without seeing the others, and what came of it. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client, fileAddress, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Round = Schemas["RoundOut"];
export type RoundFigure = Schemas["FigureOut"];
export type RoundPlan = Schemas["PlanOut"];
export type PlanForm = Schemas["PlanForm"];
export type Closing = Schemas["ClosingForm"];

export const ROUNDS_FORMATS = ["csv", "xlsx", "docx", "html", "md"] as const;
export type RoundsFormat = (typeof ROUNDS_FORMATS)[number];

/** Where the rounds are fetched as a file. */
export function roundsFile(study: string, format: RoundsFormat) {
  return fileAddress(`/api/studies/${study}/rounds/file`, { ending: `.${format}` });
}

/** The rounds in the order in which they were opened. */
export function useRounds() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["rounds", study, currentLanguage()],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/rounds", { params: { path: { study } } })),
  });
}

/** Who would read what; nothing is written. */
export function useRoundPlan(form: PlanForm) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["rounds", study, "plan", form, currentLanguage()],
    placeholderData: keepPreviousData,
    retry: false,
    enabled: form.coders.length > 0,
    queryFn: ({ signal }) =>
      answer(
        client.POST("/api/studies/{study}/rounds/plan", {
          params: { path: { study } },
          body: form,
          signal,
        }),
      ),
  });
}

/** Opens, names, reads, closes and removes rounds. */
export function useRoundDoings() {
  const study = useStudyId();
  const queries = useQueryClient();
  // What is seen of everything changes with it.
  const onSettled = () => invalidate(queries, ["round"]);
  const of = (round: Round) => ({ path: { study, guid: round.guid } });
  const at = (round: Round) => ({ ...of(round), header: ifMatch(round.revision) });
  return {
    open: useMutation({
      mutationFn: (body: Schemas["RoundForm"]) =>
        answer(client.POST("/api/studies/{study}/rounds", { params: { path: { study } }, body })),
      onSettled,
    }),
    rename: useMutation({
      mutationFn: ({ round, name }: { round: Round; name: string }) =>
        answer(
          client.PATCH("/api/studies/{study}/rounds/{guid}", { params: at(round), body: { name } }),
        ),
      onSettled,
    }),
    read: useMutation({
      mutationFn: ({ round, source, read }: { round: Round; source: string; read: boolean }) =>
        answer(
          client.POST("/api/studies/{study}/rounds/{guid}/read", {
            params: of(round),
            body: { sources: [source], read },
          }),
        ),
      onSettled: () => invalidate(queries, ["assignment"]),
    }),
    close: useMutation({
      mutationFn: ({ round, body }: { round: Round; body: Closing }) =>
        answer(
          client.POST("/api/studies/{study}/rounds/{guid}/close", { params: at(round), body }),
        ),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (round: Round) =>
        answer(client.DELETE("/api/studies/{study}/rounds/{guid}", { params: at(round) })),
      onSettled,
    }),
  };
}
