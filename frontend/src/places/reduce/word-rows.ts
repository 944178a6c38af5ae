/** What was found as the lines of a list: a heading for each source, its hits, and what is left. */

import type { FoundSource, WordLine } from "../../api/words";

export type WordRow =
  | { readonly kind: "source"; readonly of: FoundSource }
  | { readonly kind: "hit"; readonly line: WordLine }
  | { readonly kind: "more"; readonly of: FoundSource; readonly left: number };

/** How a hit is told from all others. */
export function keyOf({ source, start, end }: Pick<WordLine, "source" | "start" | "end">): string {
  return `${source} ${start} ${end}`;
}

/** The stretch a key means. */
export function spanOf(key: string): { source: string; start: number; end: number } {
  const [source = "", start, end] = key.split(" ");
  return { source, start: Number(start), end: Number(end) };
}

/** The lines; `all` has every hit of the source that is opened. */
export function rowsOf(
  sources: readonly FoundSource[],
  opened: string | null,
  all: readonly WordLine[],
): WordRow[] {
  return sources.flatMap((of): WordRow[] => {
    const lines = of.source === opened && all.length >= of.lines.length ? all : of.lines;
    const left = of.count - lines.length;
    return [
      { kind: "source", of },
      ...lines.map((line): WordRow => ({ kind: "hit", line })),
      ...(left > 0 ? [{ kind: "more", of, left } as const] : []),
    ];
  });
}
