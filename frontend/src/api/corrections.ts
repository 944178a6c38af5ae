/** Texts corrected after coding: shown at once, taken back when refused. */

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changedRows } from "../lib/columns";
import { corrected, type Edit, moves } from "../lib/edits";
import { answer, client } from "./client";
import { invalidate } from "./keys";
import { useStudyId } from "./study";
import type { Codings, SourceText } from "./types";

export interface Correcting {
  readonly source: string;
  /** Of the text that the edits are of. */
  readonly digest: string;
  readonly edits: readonly Edit[];
}

let made = 0;

/** The text as it will be, its blocks where their words are then. */
export function textAfter(text: SourceText, edits: readonly Edit[], digest: string): SourceText {
  const to = moves(edits);
  const { blocks } = text;
  const spans = blocks.start.map((start, at) => to(start, blocks.end[at] ?? start));
  const kept = spans.flatMap(([start, end], at) =>
    start < end || blocks.start[at] === blocks.end[at] ? [at] : [],
  );
  const columns = Object.fromEntries(
    Object.entries(blocks).map(([name, values]) => [name, kept.map((at) => values[at])]),
  ) as SourceText["blocks"];
  const words = corrected(text.text, edits);
  return {
    ...text,
    digest,
    text: words,
    length: [...words].length,
    blocks: {
      ...columns,
      start: kept.map((at) => spans[at]?.[0] ?? 0),
      end: kept.map((at) => spans[at]?.[1] ?? 0),
    },
  };
}

function show(queries: QueryClient, { source, edits }: Correcting, digest: string): void {
  queries.setQueryData<SourceText>(
    ["text", source],
    (text) => text && textAfter(text, edits, digest),
  );
  queries.setQueriesData<Codings>(
    { queryKey: ["codings", source] },
    (columns) => columns && { ...changedRows(columns, moves(edits)), text: digest },
  );
}

/** Says which text the page shows now that the server has told it. */
function settle(queries: QueryClient, source: string, digest: string): void {
  queries.setQueryData<SourceText>(["text", source], (text) => text && { ...text, digest });
  queries.setQueriesData<Codings>(
    { queryKey: ["codings", source] },
    (columns) => columns && { ...columns, text: digest },
  );
}

export function useCorrectText() {
  const study = useStudyId();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ source, digest, edits }: Correcting) =>
      answer(
        client.PUT("/api/studies/{study}/sources/{guid}/text", {
          params: { path: { study, guid: source }, header: { "If-Match": `"${digest}"` } },
          body: { edits: edits.map((edit) => ({ ...edit })) },
        }),
      ),
    onMutate: (correcting) => {
      const { source } = correcting;
      void queries.cancelQueries({ queryKey: ["text", source] });
      void queries.cancelQueries({ queryKey: ["codings", source] });
      const text = queries.getQueryData<SourceText>(["text", source]);
      const codings = queries.getQueriesData<Codings>({ queryKey: ["codings", source] });
      if (text?.digest === correcting.digest) {
        made += 1;
        show(queries, correcting, `new-${made}`);
      }
      return { text, codings };
    },
    onSuccess: ({ digest }, { source }) => settle(queries, source, digest),
    onError: (_error, { source }, context) => {
      queries.setQueryData(["text", source], context?.text);
      for (const [key, columns] of context?.codings ?? []) queries.setQueryData(key, columns);
    },
    onSettled: (_done, _error, { source }) =>
      invalidate(queries, ["source", "block", "segment", "coding"], { sources: [source] }),
  });
}

/** The passages of a source whose words were deleted from it. */
export function useLost(source: string) {
  const study = useStudyId();
  return useQuery({
    queryKey: ["lost", source],
    queryFn: () =>
      answer(
        client.GET("/api/studies/{study}/sources/{guid}/lost", {
          params: { path: { study, guid: source } },
        }),
      ),
  });
}
