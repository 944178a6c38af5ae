/** How far coders agree. */

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client } from "./client";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Agreement = Schemas["AgreementOut"];
export type CodeAgreement = Schemas["CodeAgreementOut"];
export type CoefficientKind = Schemas["CoefficientKindOut"];

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
export function useAgreement({ measure, unit, coders, codes }: AgreementAsked) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["agreement", study, measure, unit, coders, codes, currentLanguage()],
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
              ...(coders.length > 0 && { coders: [...coders] }),
              ...(codes.length > 0 && { codes: [...codes] }),
            },
          },
          signal,
        }),
      ),
  });
}
