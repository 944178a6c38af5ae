/** Whether more material still brings new codes. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Saturation = Schemas["SaturationOut"];

export interface SaturationAsked {
  readonly by: "source" | "case";
  readonly order: "collected" | "added";
  readonly base: number;
  readonly run: number;
  readonly threshold: number;
}

/** Why the study reckons no saturation; `null` where it does. */
export function useSaturationOff() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["saturation-use", study],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/saturation/use", { params: { path: { study } } })),
  });
}

/** Lets the study reckon saturation, or not, and why. */
export function useSaturationSwitch() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Schemas["SaturationUse"]) =>
      answer(
        client.PUT("/api/studies/{study}/saturation/use", { params: { path: { study } }, body }),
      ),
    onSettled: () => invalidate(queries, ["study"]),
  });
}

/** Saturation as of now, computed anew whenever codings change. */
export function useSaturation(asked: SaturationAsked, isOn: boolean) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["saturation", study, asked, currentLanguage()],
    placeholderData: keepPreviousData,
    retry: false,
    enabled: isOn,
    queryFn: ({ signal }) =>
      answer(
        client.GET("/api/studies/{study}/saturation", {
          params: { path: { study }, query: { ...asked } },
          signal,
        }),
      ),
  });
}
