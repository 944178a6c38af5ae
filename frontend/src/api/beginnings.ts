/** Beginning or opening a study where the workspace was started on none. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client } from "./client";
import type { components } from "./schema";

const KEY = ["beginnings"] as const;
/** How often a demo that is being built is asked after, in milliseconds. */
const EVERY = 250;

export function useBeginnings() {
  return useQuery({
    queryKey: [...KEY, currentLanguage()],
    queryFn: () => answer(client.GET("/api/beginnings")),
    refetchInterval: ({ state }) => {
      const building = state.data?.building;
      return building && !building.failed && !building.guid ? EVERY : false;
    },
  });
}

type NewStudy = components["schemas"]["NewStudy"];

/** The three ways to begin; the studies are asked for anew when one is there. */
export function useBegin() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ["studies"] });
  const begin = useMutation({
    mutationFn: (body: NewStudy) => answer(client.POST("/api/beginnings/new", { body })),
    onSuccess,
  });
  const open = useMutation({
    mutationFn: (body: { path: string; user?: string }) =>
      answer(client.POST("/api/beginnings/open", { body })),
    onSuccess,
  });
  const demo = useMutation({
    mutationFn: (body: { path: string; language: "en" | "id" }) =>
      answer(client.POST("/api/beginnings/demo", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return { begin, open, demo };
}
