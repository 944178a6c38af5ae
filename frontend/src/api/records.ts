/** What is put on record of a finding when it is tested. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { codersOf, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Recorded = Schemas["RecordOut"];
type RecordedAt = Pick<Recorded, "kind" | "guid" | "revision">;
type RecordForm =
  | Schemas["SearchForm"]
  | Schemas["FeedbackForm"]
  | Schemas["RuleForm"]
  | Schemas["StandingForm"]
  | Schemas["ContestForm"]
  | Schemas["QuantityForm"]
  | Schemas["AppraisalForm"]
  | Schemas["PlausibleForm"]
  | Schemas["SurpriseForm"]
  | Schemas["StepForm"];
export type RecordKind = RecordForm["kind"];
/** Values of a record by the names of its fields. */
export type Values = Readonly<Record<string, unknown>>;

/** All that is on record of a finding, by kind, in the order it was made. */
export function useRecords(finding: string) {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: ["findings", study, "records", finding, seen.coders],
    enabled: seen.isKnown,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/findings/{guid}/records", {
          params: { path: { study, guid: finding }, query: codersOf(seen) },
        }),
      ),
  });
}

/** How strong the reasoning that leads to a finding is. */
export function useReasoning(finding: string) {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: ["findings", study, "reasoning", finding, seen.coders],
    enabled: seen.isKnown,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/findings/{guid}/reasoning", {
          params: { path: { study, guid: finding }, query: codersOf(seen) },
        }),
      ),
  });
}

/** Ties words to a surprise or step, and takes them from it. */
export function useRecordWords(of: Recorded) {
  const study = useStudyId();
  const queries = useQueryClient();
  const onSettled = () => invalidate(queries, ["finding"]);
  const path = { study, kind: of.kind as RecordKind, guid: of.guid };
  const show = useMutation({
    mutationFn: (segment: string) =>
      answer(
        client.POST("/api/studies/{study}/records/{kind}/{guid}/words", {
          params: { path },
          body: { segment },
        }),
      ),
    onSettled,
  });
  const hide = useMutation({
    mutationFn: (segment: string) =>
      answer(
        client.DELETE("/api/studies/{study}/records/{kind}/{guid}/words/{segment}", {
          params: { path: { ...path, segment } },
        }),
      ),
    onSettled,
  });
  return { show, hide };
}

/** Puts on record, changes and takes away. */
export function useRecordWrites(finding: string) {
  const study = useStudyId();
  const queries = useQueryClient();
  const onSettled = () => invalidate(queries, ["finding", "evidence", "check", "relation"]);
  const add = useMutation({
    mutationFn: ({ kind, values }: { kind: RecordKind; values: Values }) =>
      answer(
        client.POST("/api/studies/{study}/findings/{guid}/records", {
          params: { path: { study, guid: finding } },
          // The server says which of them are wrong.
          body: { kind, ...values } as RecordForm,
        }),
      ),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ of, values }: { of: RecordedAt; values: Values }) =>
      answer(
        client.PATCH("/api/studies/{study}/records/{kind}/{guid}", {
          params: {
            path: { study, kind: of.kind as RecordKind, guid: of.guid },
            header: ifMatch(of.revision),
          },
          body: values as Schemas["RecordPatch"],
        }),
      ),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (of: Recorded) =>
      answer(
        client.DELETE("/api/studies/{study}/records/{kind}/{guid}", {
          params: {
            path: { study, kind: of.kind as RecordKind, guid: of.guid },
            header: ifMatch(of.revision),
          },
        }),
      ),
    onSettled,
  });
  return { add, change, remove };
}

/** Records circumstances of a segment: yes, no, or `null` for not recorded. */
export function useSetCircumstances() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      segment,
      name,
      said,
    }: {
      segment: string;
      name: string;
      said: boolean | null;
    }) =>
      answer(
        client.PUT("/api/studies/{study}/segments/{guid}/circumstances", {
          params: { path: { study, guid: segment } },
          body: { circumstances: { [name]: said } },
        }),
      ),
    onSettled: () => invalidate(queries, ["quality", "evidence"]),
  });
}
