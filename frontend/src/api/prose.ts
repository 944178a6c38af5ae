/** What analysts write into reports themselves. */

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { answer, client, ifMatch } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type Piece = Schemas["PieceOut"];
export type PieceForm = Schemas["PieceForm"];
export type Side = NonNullable<PieceForm["side"]>;
export const SIDES = ["before", "after", "instead"] as const satisfies readonly Side[];

/** What is written into a report, in its order. It is stale whenever the report is. */
export function useProse(template: string, language: "en" | "id", enabled = true) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["report", study, "prose", template, language],
    enabled,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/prose", {
          params: { path: { study }, query: { template, language } },
        }),
      ),
  });
}

/** The places at which can be written. */
export function usePlaces(template: string, language: "en" | "id", enabled = true) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["report", study, "places", template, language],
    enabled,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/prose/places", {
          params: { path: { study }, query: { template, language } },
        }),
      ),
  });
}

function useWriting<V, T>(write: (study: string, value: V) => Promise<T>) {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (value: V) => write(study, value),
    onSettled: () => invalidate(queries, ["prose"]),
  });
}

export const useAddPiece = () =>
  useWriting((study, body: PieceForm) =>
    answer(client.POST("/api/studies/{study}/prose", { params: { path: { study } }, body })),
  );

export const useChangePiece = () =>
  useWriting((study, { piece, patch }: { piece: Piece; patch: Schemas["PiecePatch"] }) =>
    answer(
      client.PATCH("/api/studies/{study}/prose/{guid}", {
        params: { path: { study, guid: piece.guid }, header: ifMatch(piece.revision) },
        body: patch,
      }),
    ),
  );

export const useRemovePiece = () =>
  useWriting((study, piece: Piece) =>
    answer(
      client.DELETE("/api/studies/{study}/prose/{guid}", {
        params: { path: { study, guid: piece.guid }, header: ifMatch(piece.revision) },
      }),
    ),
  );
