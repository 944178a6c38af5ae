/** Remarks on the study, and the copies in which auditors make them. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keep } from "../lib/download";
import { answer, client, fileAddress } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Remark = Schemas["RemarkOut"];
export type RemarkForm = Schemas["RemarkForm"];
export type Target = RemarkForm["target_kind"];
export type Texts = NonNullable<Schemas["CopyForm"]["texts"]>;

/** All remarks: there are few, and whatever shows some picks its own. */
export function useRemarks() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["remarks", study],
    queryFn: () =>
      answer(client.GET("/api/studies/{study}/remarks", { params: { path: { study } } })),
  });
}

/** Remarks are made, changed, answered, settled, taken away and taken in. */
export function useRemarkDoings() {
  const study = useStudyId();
  const queries = useQueryClient();
  const onSettled = () => invalidate(queries, ["remark", "segment"]);
  const at = (guid: string) => ({ path: { study, guid } });
  return {
    add: useMutation({
      mutationFn: (body: RemarkForm) =>
        answer(client.POST("/api/studies/{study}/remarks", { params: { path: { study } }, body })),
      onSettled,
    }),
    change: useMutation({
      mutationFn: ({ guid, ...patch }: { guid: string } & Partial<Schemas["RemarkPatch"]>) =>
        answer(
          client.PATCH("/api/studies/{study}/remarks/{guid}", {
            params: at(guid),
            body: patch as Schemas["RemarkPatch"],
          }),
        ),
      onSettled,
    }),
    remove: useMutation({
      mutationFn: (guid: string) =>
        answer(client.DELETE("/api/studies/{study}/remarks/{guid}", { params: at(guid) })),
      onSettled,
    }),
    takeIn: useMutation({
      mutationFn: async (file: File) =>
        answer(
          client.POST("/api/studies/{study}/remarks/import", {
            params: { path: { study } },
            body: { content: await file.text() },
          }),
        ),
      onSettled,
    }),
  };
}

/** Writes a copy for an auditor and hands it to the browser. */
export function useCopy() {
  const study = useStudyId();
  return useMutation({
    mutationFn: async (texts: Texts) => {
      const { data } = await client.POST("/api/studies/{study}/audit/copy", {
        params: { path: { study } },
        body: { texts },
        parseAs: "blob",
      });
      keep(data as unknown as Blob, "copy.jejak");
    },
  });
}

/** Where the remarks of a copy are as a file to be sent back. */
export function remarksFile(study: string) {
  return fileAddress(`/api/studies/${study}/remarks/file`);
}
