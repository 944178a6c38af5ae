/** How far coders agree, where they differ, and what was decided about it. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Agreement = Schemas["AgreementOut"];
export type CodeAgreement = Schemas["CodeAgreementOut"];
export type Disagreement = Schemas["DisagreementOut"];
export type Settled = Schemas["SettledOut"];
export type Decision = Disagreement["choices"][number];
export type CoefficientKind = Schemas["CoefficientKindOut"];

/** How an interval is found; the first by itself. */
export const INTERVALS = ["bootstrap", "jackknife", "analytic", "none"] as const;
export type Interval = (typeof INTERVALS)[number];

export const UNITS = ["character", "word", "sentence", "block", "source"] as const;
export type Unit = (typeof UNITS)[number];

export interface AgreementAsked {
  /** A coefficient by its name. */
  readonly measure: string;
  readonly unit: Unit;
  /** GUIDs; none: all who read something. */
  readonly coders: readonly string[];
  /** GUIDs, each with all below it; none: every code by itself. */
  readonly codes: readonly string[];
  /** A round by its GUID: its coders and sources alone. Empty: all that people read. */
  readonly round: string;
  /** Whether machines are compared with people. */
  readonly machines: boolean;
  /** What the coefficient is told, by name; what is not there is as usual. */
  readonly settings: Readonly<Record<string, string>>;
  readonly interval: Interval;
}

/** The coefficients there are. */
export function useCoefficients() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["coefficients", study, currentLanguage()],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/coefficients", { params: { path: { study } } })),
  });
}

/** Agreement as of now, computed anew whenever codings change. */
export function useAgreement(asked: AgreementAsked) {
  const { measure, unit, coders, codes, round, machines, settings, interval } = asked;
  const study = useStudyId();
  const set = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return useQuery({
    queryKey: ["agreement", study, asked, currentLanguage()],
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) =>
      answer(
        client.GET("/api/studies/{study}/agreement", {
          params: {
            path: { study },
            query: {
              measure,
              unit,
              ...(round && { round }),
              ...(machines && { machines }),
              ...(set.length > 0 && { set }),
              ...(interval !== "bootstrap" && { interval }),
              ...among({ coders, codes }),
            },
          },
          signal,
        }),
      ),
  });
}

export const ORDERS = ["size", "code", "place"] as const;
export type Order = (typeof ORDERS)[number];

/** So many characters stand around a place. */
const CONTEXT = 240;

type People = Pick<AgreementAsked, "coders" | "codes">;
const among = ({ coders, codes }: People) => ({
  ...(coders.length > 0 && { coders: [...coders] }),
  ...(codes.length > 0 && { codes: [...codes] }),
});

/** The disagreements that are open, in an order, at most so many. */
export function useDisagreements(asked: People, by: Order, limit: number) {
  const study = useStudyId();
  const { coders, codes } = asked;
  return useQuery({
    queryKey: ["agreement", study, "open", by, limit, coders, codes, currentLanguage()],
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) =>
      answer(
        client.GET("/api/studies/{study}/disagreements", {
          params: {
            path: { study },
            query: { by, limit, context: CONTEXT, ...among(asked) },
          },
          signal,
        }),
      ),
  });
}

/** What was settled, the latest first. */
export function useSettled() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["agreement", study, "settled", currentLanguage()],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/settlements", { params: { path: { study } } })),
  });
}

interface Settling extends Pick<AgreementAsked, "coders"> {
  /** All of them in one source. */
  readonly disagreements: readonly Disagreement[];
  readonly decision: Decision;
  /** Whose version stays, by GUID; of a decision to keep one alone. */
  readonly kept: string | null;
  readonly reason: string;
}

/** Settles disagreements as one change; whatever became of it, what is open is asked for anew. */
export function useSettle() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ disagreements, decision, kept, reason, coders }: Settling) =>
      answer(
        client.POST("/api/studies/{study}/settlements", {
          params: { path: { study } },
          body: {
            keys: disagreements.map(({ key }) => key),
            decision,
            kept,
            reason,
            // They are looked for there alone.
            sources: [...new Set(disagreements.map(({ source }) => source))],
            ...among({ coders, codes: disagreements.map(({ code }) => code) }),
          },
        }),
      ),
    onSettled: () => invalidate(queries, ["settlement", "coding", "segment"]),
  });
}
