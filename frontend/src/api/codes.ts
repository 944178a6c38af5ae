/** Codes: the tree of them, and making one; see codebook.ts for what else is done to them. */

import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { answer, client } from "./client";
import { invalidate } from "./keys";
import { codersOf, type Seen, useSeenAnywhere } from "./seen";
import { useStudyId } from "./study";
import type { Code, CodeForm } from "./types";

const NONE: readonly Code[] = [];

/** All codes, with the codings counted that are seen. */
export function useCodes(wanted?: Seen) {
  const study = useStudyId();
  const anywhere = useSeenAnywhere();
  const seen = wanted ?? anywhere;
  return useQuery({
    queryKey: ["codes", study, seen.coders],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/codes", {
          params: { path: { study }, query: codersOf(seen) },
        }),
      ),
    placeholderData: keepPreviousData,
    enabled: seen.isKnown,
  });
}

/** The codes as the page has them at this moment, which may not be drawn yet. */
export function codesNow(
  queries: QueryClient,
  study: string,
  { coders }: Seen,
): readonly Code[] | undefined {
  return queries.getQueryData<Code[]>(["codes", study, coders]);
}

/** The codes, none while they are fetched. */
export function useCodeList(seen?: Seen): readonly Code[] {
  return useCodes(seen).data ?? NONE;
}

export function useAddCode() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CodeForm) =>
      answer(client.POST("/api/studies/{study}/codes", { params: { path: { study } }, body })),
    // It can be put on at once, before the codebook has come anew.
    onSuccess: (made) =>
      queries.setQueriesData<Code[]>({ queryKey: ["codes", study] }, (codes) =>
        codes ? withCode(codes, made) : codes,
      ),
    onSettled: () => invalidate(queries, ["code"]),
  });
}

/** The codebook, depth first, with one more code: after all that is below the same parent. */
export function withCode(codes: readonly Code[], made: Code): Code[] {
  const others = codes.filter(({ guid }) => guid !== made.guid);
  const at = others.findIndex(({ guid }) => guid === made.parent);
  if (at < 0) return [...others, made];
  const depth = others[at]?.depth ?? 0;
  const after = others.findIndex((code, row) => row > at && code.depth <= depth);
  return after < 0 ? [...others, made] : [...others.slice(0, after), made, ...others.slice(after)];
}
