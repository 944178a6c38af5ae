/** Summary forms of sources and cases. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];

export type FormAbout = "source" | "case";
export type Form = Schemas["FormOut"];
export type Filled = Schemas["FilledOut"];
export type Asked = Schemas["AskedOut"];
export type Sheet = Schemas["SheetOut"];

/** A form of a source or case. */
export interface FormOf {
  readonly about: FormAbout;
  readonly guid: string;
  readonly form: string;
}

export function useForms() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["forms", study, currentLanguage()],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/forms", { params: { path: { study } } })),
  });
}

/** Every source (or case) with the forms that are filled for it. */
export function useSheets(of: FormAbout) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["memos", study, "sheets", of],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/sheets", { params: { path: { study }, query: { of } } }),
      ),
  });
}

function getFilled(study: string, { about, guid, form: name }: FormOf) {
  const params = { path: { study, guid, name } };
  return answer<Filled>(
    about === "source"
      ? client.GET("/api/studies/{study}/sources/{guid}/forms/{name}", { params })
      : client.GET("/api/studies/{study}/cases/{guid}/forms/{name}", { params }),
  );
}

const keyOf = (study: string, { about, guid, form }: FormOf) => [
  "memos",
  study,
  "form",
  about,
  guid,
  form,
  currentLanguage(),
];

/** A form as it is filled now. */
export function useFilled(of: FormOf) {
  const study = useStudyId();
  return useQuery({ queryKey: keyOf(study, of), queryFn: () => getFilled(study, of) });
}

interface Filling {
  readonly revision: number;
  readonly values: Record<string, string>;
}

/** Writes fields of a form, over the revision that was seen. */
export function useFill(of: FormOf) {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ revision, values }: Filling) => {
      const params = {
        path: { study, guid: of.guid, name: of.form },
        header: ifMatch(revision),
      };
      const body = { values };
      return answer<Filled>(
        of.about === "source"
          ? client.PUT("/api/studies/{study}/sources/{guid}/forms/{name}", { params, body })
          : client.PUT("/api/studies/{study}/cases/{guid}/forms/{name}", { params, body }),
      );
    },
    onSuccess: (filled) => queries.setQueryData(keyOf(study, of), filled),
    onSettled: () => invalidate(queries, ["memo", "link"]),
  });
}
