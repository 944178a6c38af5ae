/** Words over all texts: counted piece by piece while they are looked for. */

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { answer, client } from "./client";
import type { components } from "./schema";
import { useStudyId } from "./study";

type Schemas = components["schemas"];
export type WordLine = Schemas["LineOut"];
type Counts = Schemas["CountsOut"];

export interface Sought {
  readonly pattern: string;
  readonly regex: boolean;
  /** A phrase may be part of longer words. */
  readonly within: boolean;
  readonly cased: boolean;
}

export interface FoundSource {
  readonly source: string;
  readonly name: string;
  readonly count: number;
  /** The first of them. */
  readonly lines: readonly WordLine[];
}

export interface FoundWords {
  readonly count: number;
  readonly sources: readonly FoundSource[];
  /** The share of the texts looked through, 0 to 1. */
  readonly done: number;
  readonly isDone: boolean;
}

export const NOTHING: FoundWords = { count: 0, sources: [], done: 0, isDone: false };

/** What was found so far with what a further piece of the material holds. */
export function withPiece(found: FoundWords, piece: Counts): FoundWords {
  const known = new Map(found.sources.map((one, at) => [one.source, at]));
  const sources = [...found.sources];
  for (const more of piece.sources) {
    const at = known.get(more.source);
    const before = at === undefined ? undefined : sources[at];
    if (at === undefined || !before) sources.push(more);
    else {
      const lines = before.lines.length > 0 ? before.lines : more.lines;
      sources[at] = { ...before, count: before.count + more.count, lines };
    }
  }
  const isDone = piece.next === null;
  return { count: found.count + piece.count, sources, done: piece.done, isDone };
}

/** How much is looked through at first, for the first hits at once, and then each time. */
const FIRST = 400_000;
const EACH = 8_000_000;
/** How long typing must pause. */
const PAUSE = 120;

interface Searching {
  readonly found: FoundWords;
  readonly error: unknown;
}

/** Looks for words in all texts; stops at once when something else is sought. */
export function useWordSearch({ pattern, regex, within, cased }: Sought): Searching {
  const study = useStudyId();
  const [now, setNow] = useState<Searching>({ found: NOTHING, error: null });
  useEffect(() => {
    const stop = new AbortController();
    const go = async () => {
      let found = NOTHING;
      let after = 0;
      while (!stop.signal.aborted && !found.isDone) {
        const piece = await answer(
          client.GET("/api/studies/{study}/words/counts", {
            params: {
              path: { study },
              query: {
                pattern,
                regex,
                within,
                case_sensitive: cased,
                after,
                characters: after === 0 ? FIRST : EACH,
              },
            },
            signal: stop.signal,
          }),
        );
        found = withPiece(found, piece);
        after = piece.next ?? 0;
        if (!stop.signal.aborted) setNow({ found, error: null });
      }
    };
    if (pattern.trim() === "") {
      setNow({ found: NOTHING, error: null });
      return;
    }
    const timer = setTimeout(() => {
      go().catch((error: unknown) => {
        if (!stop.signal.aborted) setNow({ found: NOTHING, error });
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [study, pattern, regex, within, cased]);
  return now;
}

const PAGE = 100;

/** All hits of one source, page by page. */
export function useWordLines({ pattern, regex, within, cased }: Sought, source: string | null) {
  const study = useStudyId();
  return useInfiniteQuery({
    queryKey: ["segments", study, "words", pattern, regex, within, cased, source],
    queryFn: ({ pageParam: offset, signal }) =>
      answer(
        client.GET("/api/studies/{study}/words", {
          params: {
            path: { study },
            query: {
              pattern,
              regex,
              within,
              case_sensitive: cased,
              sources: [source ?? ""],
              offset,
              limit: PAGE,
            },
          },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ more }, pages) => (more ? pages.length * PAGE : undefined),
    enabled: source !== null,
  });
}
