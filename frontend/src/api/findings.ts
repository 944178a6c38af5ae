/** Findings, the evidence for and against them, and the checks on them. */

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { codersOf, type Seen, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Finding = Schemas["FindingOut"];
export type FindingPatch = Partial<Schemas["FindingPatch"]>;
export type Evidence = Schemas["EvidenceOut"];
export type Check = Schemas["CheckOut"];
export type Stance = NonNullable<Schemas["EvidencePatch"]["stance"]>;

const PAGE = 20;

const listKey = (study: string, { coders }: Seen) => ["findings", study, currentLanguage(), coders];

export function useFindings() {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: listKey(study, seen),
    enabled: seen.isKnown,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/findings", {
          params: { path: { study }, query: codersOf(seen) },
        }),
      ),
  });
}

export function useFinding(guid: string) {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: [...listKey(study, seen), guid],
    enabled: seen.isKnown,
    retry: false,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/findings/{guid}", {
          params: { path: { study, guid }, query: codersOf(seen) },
        }),
      ),
  });
}

export function useEvidence(guid: string) {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useQuery({
    queryKey: ["findings", study, "evidence", guid, seen.coders],
    enabled: seen.isKnown,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/findings/{guid}/evidence", {
          params: { path: { study, guid }, query: codersOf(seen) },
        }),
      ),
  });
}

/** The ways to look for what could be evidence. */
export const WAYS = ["codes", "alike", "polarity", "query"] as const;
export type Way = (typeof WAYS)[number];
export type Candidate = components["schemas"]["CandidateOut"];
export type Objection = components["schemas"]["ObjectionOut"];

/** What could be evidence and was not weighed, found in a way, page by page. */
export function useCandidates(guid: string, way: Way, query: string) {
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return useInfiniteQuery({
    queryKey: ["findings", study, "unweighed", guid, way, query, seen.coders],
    enabled: seen.isKnown && (way !== "query" || query !== ""),
    retry: false,
    initialPageParam: 0,
    queryFn: ({ pageParam: offset }) =>
      answer(
        client.GET("/api/studies/{study}/findings/{guid}/candidates", {
          params: {
            path: { study, guid },
            query: { way, query, offset, limit: PAGE, ...codersOf(seen) },
          },
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
  const query = codersOf(useSeenAnywhere());
  const onSettled = useRefresh();
  const add = useMutation({
    mutationFn: (body: FindingPatch & { statement: string }) =>
      answer(
        client.POST("/api/studies/{study}/findings", {
          params: { path: { study }, query },
          body: body as Schemas["FindingForm"],
        }),
      ),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ of, ...body }: { of: Finding } & FindingPatch) =>
      answer(
        client.PATCH("/api/studies/{study}/findings/{guid}", {
          params: { path: { study, guid: of.guid }, query, header: ifMatch(of.revision) },
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
          params: { path: { study, guid: given.guid, tactic: given.tactic }, query },
          body: { verdict: given.verdict, note: given.note ?? "" },
        }),
      ),
    onSettled,
  });
  return { add, change, remove, judge };
}

const without = <T extends { guid: string }>(all: readonly T[], guid: string) =>
  all.filter((one) => one.guid !== guid);

/** The findings once one of them was placed, as they will be told. */
export function placed(all: readonly Finding[], { of, status, before }: Placing): Finding[] {
  const others = without(all, of.guid);
  const own = inOrder(others.filter((one) => one.status === status));
  const at = before === null ? own.length : own.findIndex((one) => one.guid === before);
  own.splice(at < 0 ? own.length : at, 0, { ...of, status });
  const numbers = new Map(own.map((one, number) => [one.guid, number + 1]));
  return [...others, { ...of, status }].map((one) => ({
    ...one,
    position: numbers.get(one.guid) ?? one.position,
  }));
}

/** Findings in the order of the board: those that were placed first, then as they come. */
export function inOrder<T extends Pick<Finding, "position">>(findings: readonly T[]): T[] {
  const last = findings.length + 1;
  return [...findings].sort((one, other) => (one.position ?? last) - (other.position ?? last));
}

export interface Placing {
  readonly of: Finding;
  readonly status: Schemas["PlaceForm"]["status"];
  /** The finding it is to stand before; at the end of its status without one. */
  readonly before: string | null;
}

/** Puts a finding among those of a status; it shows at once, and is taken back when refused. */
export function usePlaceFinding() {
  const study = useStudyId();
  const queries = useQueryClient();
  const onSettled = useRefresh();
  const seen = useSeenAnywhere();
  const queryKey = listKey(study, seen);
  const mutationKey = ["placing", study];
  const known = (guid: string) =>
    queries.getQueryData<Finding[]>(queryKey)?.find((one) => one.guid === guid);
  return useMutation({
    mutationKey,
    // One after the other: the next is placed as the one before left it.
    scope: { id: "placing" },
    mutationFn: ({ of, status, before }: Placing) =>
      answer(
        client.POST("/api/studies/{study}/findings/{guid}/place", {
          params: {
            path: { study, guid: of.guid },
            query: codersOf(seen),
            header: ifMatch(known(of.guid)?.revision ?? of.revision),
          },
          body: { status, before },
        }),
      ),
    onMutate: (placing) => {
      void queries.cancelQueries({ queryKey, exact: true });
      const known = queries.getQueryData<Finding[]>(queryKey);
      if (known) queries.setQueryData(queryKey, placed(known, placing));
      return { known };
    },
    onSuccess: ({ guid, revision }) =>
      queries.setQueryData<Finding[]>(queryKey, (all) =>
        all?.map((one) => (one.guid === guid ? { ...one, revision } : one)),
      ),
    onError: (_error, _placing, context) =>
      context?.known && queries.setQueryData(queryKey, context.known),
    // While others wait, what the server has is behind what is shown.
    onSettled: () => {
      if (queries.isMutating({ mutationKey }) === 1) onSettled();
    },
  });
}

/** Ties a finding to others that explain the same, and to works of the literature. */
export function useFindingTies(guid: string) {
  const study = useStudyId();
  const query = codersOf(useSeenAnywhere());
  const queries = useQueryClient();
  const onSettled = () => invalidate(queries, ["finding", "evidence", "check", "relation"]);
  const setRival = useMutation({
    mutationFn: ({ rival, why }: { rival: string; why: string }) =>
      answer(
        client.PUT("/api/studies/{study}/findings/{guid}/rivals/{rival}", {
          params: { path: { study, guid, rival }, query },
          body: { why },
        }),
      ),
    onSettled,
  });
  const removeRival = useMutation({
    mutationFn: (rival: string) =>
      answer(
        client.DELETE("/api/studies/{study}/findings/{guid}/rivals/{rival}", {
          params: { path: { study, guid, rival }, query },
        }),
      ),
    onSettled,
  });
  const cite = useMutation({
    mutationFn: (reference: string) =>
      answer(
        client.POST("/api/studies/{study}/references/{guid}/cited-by", {
          params: { path: { study, guid: reference } },
          body: { kind: "finding", guid },
        }),
      ),
    onSettled,
  });
  const uncite = useMutation({
    mutationFn: (reference: string) =>
      answer(
        client.DELETE("/api/studies/{study}/references/{guid}/cited-by/{owner}", {
          params: { path: { study, guid: reference, owner: guid } },
        }),
      ),
    onSettled,
  });
  return { setRival, removeRival, cite, uncite };
}

export function useEvidenceWrites(finding: string) {
  const study = useStudyId();
  const query = codersOf(useSeenAnywhere());
  const onSettled = useRefresh();
  const add = useMutation({
    mutationFn: (body: Partial<Schemas["EvidenceForm"]>) =>
      answer(
        client.POST("/api/studies/{study}/findings/{guid}/evidence", {
          params: { path: { study, guid: finding }, query },
          body: body as Schemas["EvidenceForm"],
        }),
      ),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ of, ...body }: { of: Evidence } & Partial<Schemas["EvidencePatch"]>) =>
      answer(
        client.PATCH("/api/studies/{study}/evidence/{guid}", {
          params: { path: { study, guid: of.guid }, query, header: ifMatch(of.revision) },
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
