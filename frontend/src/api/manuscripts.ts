/** Manuscripts: finished writing, and what its passages are tied to. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client, fileAddress, ifMatch } from "./client";
import { invalidate } from "./keys";
import { problemOf } from "./problem";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Passage = Schemas["PassageOut"];
export type PassagePatch = Partial<Schemas["PassagePatch"]>;
export type Manuscript = Schemas["ManuscriptText"];
export type Brought = Schemas["BroughtOut"];
export type Standing = Passage["standing"];
export const NOTE_FORMS = ["comments", "footnotes"] as const;
export type NoteForm = (typeof NOTE_FORMS)[number];
export const ANNOTATION_FORMATS = ["jsonld", "csv", "md", "zip"] as const;

export function useManuscripts() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["manuscripts", study],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/manuscripts", { params: { path: { study } } })),
  });
}

export function useManuscript(guid: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["manuscripts", study, guid],
    retry: false,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/manuscripts/{guid}", {
          params: { path: { study, guid } },
        }),
      ),
  });
}

/** Sends a file as it is; the answer to it, or the server's problem thrown. */
async function sent(address: string, file: File): Promise<Response> {
  const headers = {
    "Accept-Language": currentLanguage(),
    "Content-Type": "application/octet-stream",
  };
  const response = await fetch(address, { method: "POST", body: file, headers });
  if (!response.ok) throw await problemOf(response);
  return response;
}

function useRefresh() {
  const queries = useQueryClient();
  return () => invalidate(queries, ["manuscript", "annotation"]);
}

/** Brings a Word file in, or a new version of it. */
export function useBringIn() {
  const study = useStudyId();
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: async (file: File): Promise<Brought> => {
      const address = fileAddress(`/api/studies/${study}/manuscripts`, { name: file.name });
      return (await sent(address, file)).json();
    },
    onSettled,
  });
}

/** The file itself, given once more, with its notes. */
export async function annotated(
  study: string,
  guid: string,
  file: File,
  form: NoteForm,
): Promise<Blob> {
  const address = fileAddress(`/api/studies/${study}/manuscripts/${guid}/annotated`, {
    form,
    language: currentLanguage(),
  });
  return (await sent(address, file)).blob();
}

/** Where the file that is kept is, with its notes. */
export const annotatedFile = (study: string, guid: string, form: NoteForm) =>
  fileAddress(`/api/studies/${study}/manuscripts/${guid}/annotated`, {
    form,
    language: currentLanguage(),
  });

/** Where the file is as it was brought in. */
export const manuscriptFile = (study: string, guid: string) =>
  fileAddress(`/api/studies/${study}/manuscripts/${guid}/original`);

/** Where what is tied is as a file. */
export const annotationsFile = (study: string, guid: string, format: string) =>
  fileAddress(`/api/studies/${study}/manuscripts/${guid}/file`, {
    format,
    language: currentLanguage(),
  });

export function usePassageWrites(manuscript: string) {
  const study = useStudyId();
  const onSettled = useRefresh();
  const change = useMutation({
    mutationFn: ({ of, ...body }: { of: Passage } & PassagePatch) =>
      answer(
        client.PATCH("/api/studies/{study}/passages/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(of.revision) },
          body: body as Schemas["PassagePatch"],
        }),
      ),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (of: Passage) =>
      answer(
        client.DELETE("/api/studies/{study}/passages/{guid}", {
          params: { path: { study, guid: of.guid }, header: ifMatch(of.revision) },
        }),
      ),
    onSettled,
  });
  const tie = useMutation({
    mutationFn: (guids: string[]) =>
      answer(
        client.POST("/api/studies/{study}/manuscripts/{guid}/tie", {
          params: { path: { study, guid: manuscript } },
          body: { guids },
        }),
      ),
    onSettled,
  });
  const add = useMutation({
    mutationFn: (body: Pick<Schemas["PassageForm"], "paragraph" | "start" | "end" | "findings">) =>
      answer(
        client.POST("/api/studies/{study}/manuscripts/{guid}/passages", {
          params: { path: { study, guid: manuscript } },
          body: body as Schemas["PassageForm"],
        }),
      ),
    onSettled,
  });
  return { change, remove, tie, add };
}
