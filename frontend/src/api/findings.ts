/** Findings, the evidence for and against them, and the checks on them. */

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Finding = Schemas["FindingOut"];
export type FindingPatch = Partial<Schemas["FindingPatch"]>;
export type Evidence = Schemas["EvidenceOut"];
export type Check = Schemas["CheckOut"];
export type Stance = NonNullable<Schemas["EvidencePatch"]["stance"]>;

const PAGE = 20;

export function useFindings() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["findings", study, currentLanguage()],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/findings", { params: { path: { study } } })),
  });
}

export function useFinding(guid: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["findings", study, currentLanguage(), guid],
    retry: false,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/findings/{guid}", { params: { path: { study, guid } } }),
      ),
  });
}

export function useEvidence(guid: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["findings", study, "evidence", guid],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/findings/{guid}/evidence", {
          params: { path: { study, guid } },
        }),
      ),
  });
}

/** Segments under a finding's codes that are no evidence yet, some at a time. */
export function useUnweighed(guid: string) {
  const study = useStudyId();
  return useInfiniteQuery({
    queryKey: ["findings", study, "unweighed", guid],
    initialPageParam: 0,
    queryFn: ({ pageParam: offset }) =>
      answer(
        client.GET("/api/studies/{study}/findings/{guid}/unweighed", {
          params: { path: { study, guid }, query: { offset, limit: PAGE } },
        }),
      ),
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.segments.length, 0);
      return last.segments.length > 0 && shown < last.total ? shown : undefined;
    },
  });
}

/** After any write, whatever is said of findings is asked for anew. */
function useRefresh() {
  const queries = useQueryClient();
  return () => invalidate(queries, ["finding", "evidence", "check"]);
}

export function useFindingWrites() {
  const study = useStudyId();
  const onSettled = useRefresh();
  const add = useMutation({
    mutationFn: (body: FindingPatch & { statement: string }) =>
      answer(
        client.POST("/api/studies/{study}/findings", {
          params: { path: { study } },
          body: body as Schemas["FindingForm"],
        }),
      ),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ of, ...body }: { of: Finding } & FindingPatch) =>
      answer(
        client.PATCH("/api/studies/{study}/findings/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(of.revision) },
          body: body as Schemas["FindingPatch"],
        }),
      ),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (of: Finding) =>
      answer(
        client.DELETE("/api/studies/{study}/findings/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(of.revision) },
        }),
      ),
    onSettled,
  });
  const judge = useMutation({
    mutationFn: (given: { guid: string; tactic: string } & Schemas["CheckForm"]) =>
      answer(
        client.PUT("/api/studies/{study}/findings/{guid}/checks/{tactic}", {
          params: { path: { study, guid: given.guid, tactic: given.tactic } },
          body: { verdict: given.verdict, note: given.note ?? "" },
        }),
      ),
    onSettled,
  });
  return { add, change, remove, judge };
}

export function useEvidenceWrites(finding: string) {
  const study = useStudyId();
  const onSettled = useRefresh();
  const add = useMutation({
    mutationFn: (body: Partial<Schemas["EvidenceForm"]>) =>
      answer(
        client.POST("/api/studies/{study}/findings/{guid}/evidence", {
          params: { path: { study, guid: finding } },
          body: body as Schemas["EvidenceForm"],
        }),
      ),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ of, ...body }: { of: Evidence } & Partial<Schemas["EvidencePatch"]>) =>
      answer(
        client.PATCH("/api/studies/{study}/evidence/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(of.revision) },
          body: body as Schemas["EvidencePatch"],
        }),
      ),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (of: Evidence) =>
      answer(
        client.DELETE("/api/studies/{study}/evidence/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(of.revision) },
        }),
      ),
    onSettled,
  });
  return { add, change, remove };
}
