/** COREQ, SRQR and the criteria of trustworthiness, as the study and people answer them. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client, fileAddress, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Checklist = Schemas["ChecklistOut"];
export type ChecklistName = Checklist["name"];
export type Domain = Schemas["DomainOut"];
export type Item = Schemas["ItemOut"];
export type ItemState = Item["state"];
export type Answer = Schemas["AnswerOut"];
export type Place = Schemas["ItemPlaceOut"];
export type AnswerForm = Schemas["AnswerForm"];

export const CHECKLISTS: readonly ChecklistName[] = ["criteria", "coreq", "srqr"];
export const CHECKLIST_FORMATS = ["docx", "pdf", "xlsx", "csv", "html", "md", "tex"] as const;
export type ChecklistFormat = (typeof CHECKLIST_FORMATS)[number];

const keyOf = (study: string, name: ChecklistName) => [
  "checklists",
  study,
  name,
  currentLanguage(),
];

/** A checklist as it stands, counted anew whenever the study changes. */
export function useChecklist(name: ChecklistName, enabled = true) {
  const study = useStudyId();
  return useQuery({
    queryKey: keyOf(study, name),
    enabled,
    placeholderData: keepPreviousData,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/checklists/{name}", { params: { path: { study, name } } }),
      ),
  });
}

interface Answering {
  readonly item: Item;
  readonly given: AnswerForm;
}

/** One's own answer to an item; `undefined` where one has not answered it. */
export const ownOf = ({ answers }: Item): Answer | undefined => answers.find(({ own }) => own);

/** Answers an item, and takes one's answer back. */
export function useAnswering(name: ChecklistName) {
  const study = useStudyId();
  const queries = useQueryClient();
  const onSettled = () => invalidate(queries, ["item"]);
  const headerOf = (item: Item) => ifMatch(ownOf(item)?.revision ?? 0);
  const put = useMutation({
    mutationFn: ({ item, given }: Answering) =>
      answer(
        client.PUT("/api/studies/{study}/checklists/{name}/items/{number}", {
          params: { path: { study, name, number: item.number }, header: headerOf(item) },
          body: given,
        }),
      ),
    onSuccess: (told) => queries.setQueryData(keyOf(study, name), told),
    onSettled,
  });
  const takeBack = useMutation({
    mutationFn: (item: Item) =>
      answer(
        client.DELETE("/api/studies/{study}/checklists/{name}/items/{number}", {
          params: { path: { study, name, number: item.number }, header: headerOf(item) },
        }),
      ),
    onSettled,
  });
  return { put, takeBack };
}

/** Where a checklist is as a file. */
export function checklistFile(study: string, name: ChecklistName, format: ChecklistFormat) {
  const asked = { format, language: currentLanguage() };
  return fileAddress(`/api/studies/${study}/checklists/${name}/file`, asked);
}
