/**
 * What a change makes stale: query keys by the kinds of things it touched. A key is `[name, study,
 * …]`, or `[name, GUID]` for what is of one source; the names are here.
 */

import type { QueryClient } from "@tanstack/react-query";

/** Stale after any change. */
const ALWAYS = ["undo", "history", "study", "report"] as const;
const CODED = [
  "codings",
  "lost",
  "codes",
  "sources",
  "source",
  "segments",
  "findings",
  "displays",
] as const;

/** Where things are told by their names. */
const TOLD = ["memos", "things"] as const;

/** What stands behind the entry of a code. */
const ENTRY = ["examples", "uses", "merging", "sets"] as const;

const STALE: Readonly<Record<string, readonly string[]>> = {
  study: [],
  question: ["findings"],
  user: ["codings", "memos", "findings"],
  source: [
    "sources",
    "source",
    "text",
    "segments",
    "cases",
    "displays",
    "names",
    ...TOLD,
    "speakers",
    "coverage",
    "references",
  ],
  block: ["text", "speakers"],
  segment: [...CODED, ...TOLD, ...ENTRY],
  coding: [...CODED, ...TOLD, ...ENTRY],
  code: ["codes", "segments", "findings", "displays", "names", ...TOLD, ...ENTRY, "references"],
  case: [
    "cases",
    "sources",
    "source",
    "segments",
    "findings",
    "displays",
    "names",
    ...TOLD,
    "speakers",
    "coverage",
  ],
  speaker: ["cases", "segments", "displays", "speakers", "coverage", "sources", "source"],
  attribute: ["cases", "displays", "sources", "source"],
  value: ["cases", "displays", "coverage", "sources", "source"],
  consent: ["cases"],
  memo: ["memos", "things", "names", "references"],
  link: [
    "memos",
    "cases",
    "sources",
    "source",
    "findings",
    "sets",
    "examples",
    "references",
    "coverage",
  ],
  relation: ["codes", "findings"],
  set: ["sets", "segments", "displays"],
  reference: ["findings", "sources", "names", "references"],
  display: ["displays", "things", "names", "coverage"],
  cell: ["displays", "coverage"],
  finding: ["findings", "names", ...TOLD, "references"],
  evidence: ["findings"],
  check: ["findings"],
};

/** The names of the keys that are stale once such things were touched; none: all of them. */
export function staleKeys(kinds: Iterable<string>): Set<string> {
  const stale = new Set<string>(ALWAYS);
  for (const kind of kinds) {
    const keys = STALE[kind];
    if (!keys) return new Set();
    for (const key of keys) stale.add(key);
  }
  return stale;
}

/** The key of changes of the codebook under way: its list waits for the last of them. */
export const CHANGING_CODES = ["changing", "codes"] as const;

const BY_SOURCE = new Set(["codings", "lost", "text", "source"]);

/**
 * Fetches anew whatever a change touched. `sources` narrows codings and texts to those sources;
 * a kind that is not known here makes everything stale.
 */
export function invalidate(
  queries: QueryClient,
  kinds: Iterable<string>,
  { sources = null, except = [] }: { sources?: readonly string[] | null; except?: string[] } = {},
): void {
  const stale = staleKeys(kinds);
  const isChanging = queries.isMutating({ mutationKey: CHANGING_CODES }) > 0;
  void queries.invalidateQueries({
    predicate: ({ queryKey: [name, about] }) => {
      if (typeof name !== "string" || except.includes(name)) return false;
      if (name === "codes" && isChanging) return false;
      if (stale.size > 0 && !stale.has(name)) return false;
      return !(sources && BY_SOURCE.has(name)) || sources.includes(String(about));
    },
  });
}

/** How long nobody must have coded before lists are fetched anew, in milliseconds. */
const PAUSE = 300;
const pauses = new WeakMap<QueryClient, ReturnType<typeof setTimeout>>();

/**
 * Codings of this window were saved, and are shown already. What is counted and listed of them
 * follows once for all that are made one after the other.
 */
export function codingsSaved(queries: QueryClient): void {
  invalidate(queries, []);
  clearTimeout(pauses.get(queries));
  const later = () => invalidate(queries, ["coding"], { except: ["codings", ...ALWAYS] });
  pauses.set(queries, setTimeout(later, PAUSE));
}
