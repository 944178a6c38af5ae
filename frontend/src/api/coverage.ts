/** The coverage board: what material there is of which case. */

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { currentLanguage } from "../lib/i18n";
import { answer, client } from "./client";
import { invalidate } from "./keys";
import type { components } from "./schema";
import { useStudyId } from "./study";

export type Board = components["schemas"]["BoardOut"];
export type BoardCell = components["schemas"]["BoardCellOut"];
export type HoleForm = components["schemas"]["HoleForm"];

export function useCoverage(columns: string, also: readonly string[] = []) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["coverage", study, columns, also, currentLanguage()],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/coverage", {
          params: { path: { study }, query: { columns, also: [...also] } },
        }),
      ),
  });
}

export function useMarkHole() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: HoleForm) =>
      answer(client.PUT("/api/studies/{study}/coverage", { params: { path: { study } }, body })),
    onSettled: () => invalidate(queries, ["cell"]),
  });
}
