/** The study that is open. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { answer, client } from "./client";
import { invalidate } from "./keys";

/** The study's GUID; `App` gives it. */
export const StudyContext = createContext("");

/** The GUID of the study that is open. */
export function useStudyId(): string {
  return useContext(StudyContext);
}

export function useStudies() {
  return useQuery({
    queryKey: ["studies"],
    queryFn: () => answer(client.GET("/api/studies")),
  });
}

export function useStudy() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["study", study],
    queryFn: () => answer(client.GET("/api/studies/{study}", { params: { path: { study } } })),
    enabled: study !== "",
  });
}

/** The last change of the study of now, from which the stream of changes goes on. */
export function useHead() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["head", study],
    queryFn: async () => {
      // None before the first: the number alone is wanted, not what was done.
      const params = { path: { study }, query: { before: 1, limit: 1 } };
      return (await answer(client.GET("/api/studies/{study}/history", { params }))).head;
    },
  });
}

/** What undo and redo would do now, in words. */
export function useSteps() {
  const study = useStudyId();
  return useQuery({
    queryKey: ["undo", study],
    queryFn: () => answer(client.GET("/api/studies/{study}/undo", { params: { path: { study } } })),
  });
}

/** Takes the last change back, or does it again. */
export function useStep(way: "undo" | "redo") {
  const study = useStudyId();
  const queries = useQueryClient();
  const params = { path: { study } };
  return useMutation({
    mutationFn: () =>
      way === "undo"
        ? answer(client.POST("/api/studies/{study}/undo", { params, body: {} }))
        : answer(client.POST("/api/studies/{study}/redo", { params })),
    onSuccess: () => invalidate(queries, []),
  });
}
