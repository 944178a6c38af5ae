/** The study that is open. */

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { answer, client } from "./client";
import { invalidate } from "./keys";
import { useLive } from "./server-state";
import { settled, underWay } from "./waiting";

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

const STEP = ["step"];

/** Fulfilled once whatever is being written at this moment is answered. */
function answeredSoFar(queries: QueryClient): Promise<unknown> {
  const cache = queries.getMutationCache();
  const left = new Set(cache.findAll({ status: "pending" }));
  for (const step of cache.findAll({ mutationKey: STEP })) left.delete(step);
  const isPending = () => [...left].some(({ state }) => state.status === "pending");
  if (!isPending()) return settled();
  return new Promise((done) => {
    const stop = cache.subscribe(() => {
      if (isPending()) return;
      stop();
      done(settled());
    });
  });
}

/** Steps are taken one after the other, as they were asked for. */
let steps: Promise<unknown> = Promise.resolve();

/** Takes the last change back, or does it again: the last of all that was asked for before. */
export function useStep(way: "undo" | "redo") {
  const study = useStudyId();
  const queries = useQueryClient();
  const params = { path: { study } };
  const step = () =>
    way === "undo"
      ? answer(client.POST("/api/studies/{study}/undo", { params, body: {} }))
      : answer(client.POST("/api/studies/{study}/redo", { params }));
  return useMutation({
    mutationKey: STEP,
    mutationFn: () => {
      // Nothing is waited for that cannot be sent now: a step makes no sense later.
      const before = useLive.getState().heard ? answeredSoFar(queries) : Promise.resolve();
      const taken = Promise.all([steps, before]).then(step);
      steps = taken.catch(() => undefined);
      underWay(taken);
      return taken;
    },
    onSuccess: () => invalidate(queries, []),
  });
}
