/**
 * What a change makes stale: query keys by the kinds of things it touched. A key is `[name, study,
 * …]`, or `[name, GUID]` for what is of one source; the names are here.
 */

import type { QueryClient } from "@tanstack/react-query";

/** Stale after any change. */
const ALWAYS = ["undo", "history", "study", "report", "checklists", "audit", "remarks"] as const;
const CODED = [
  "codings",
  "lost",
  "codes",
  "sources",
  "source",
  "segments",
  "findings",
  "displays",
  "patterns",
  "agreement",
  "rounds",
  "saturation",
] as const;

/** Where things are told by their names. */
const TOLD = ["memos", "things"] as const;

/** What stands behind the entry of a code. */
const ENTRY = ["examples", "uses", "merging", "sets"] as const;

/** What queries find, where they may ask for it. */
const FOUND = ["segments", "sets"] as const;

const STALE: Readonly<Record<string, readonly string[]>> = {
  study: ["saturation-use"],
  question: ["findings"],
  user: ["codings", "memos", "findings", "agreement"],
  source: [
    "agreement",
    "rounds",
    "saturation",
    "networks",
    "sources",
    "source",
    "text",
    ...FOUND,
    "cases",
    "displays",
    "names",
    ...TOLD,
    "speakers",
    "coverage",
    "references",
  ],
  block: ["text", "speakers"],
  segment: ["networks", "events", "ratings", ...CODED, ...TOLD, ...ENTRY],
  coding: [...CODED, ...TOLD, ...ENTRY],
  code: [
    "agreement",
    "saturation",
    "patterns",
    "relations",
    "networks",
    "codes",
    "segments",
    "findings",
    "displays",
    "names",
    ...TOLD,
    ...ENTRY,
    "references",
  ],
  case: [
    "patterns",
    "relations",
    "events",
    "ratings",
    "networks",
    "cases",
    "sources",
    "source",
    ...FOUND,
    "findings",
    "displays",
    "names",
    ...TOLD,
    "speakers",
    "coverage",
  ],
  speaker: ["patterns", "cases", ...FOUND, "displays", "speakers", "coverage", "sources", "source"],
  attribute: ["cases", "ratings", "displays", "sources", "source", ...FOUND],
  value: ["cases", "ratings", "displays", "coverage", "sources", "source", ...FOUND],
  consent: ["cases"],
  memo: ["memos", "things", "names", "references", ...FOUND],
  link: [
    "events",
    "ratings",
    "networks",
    "memos",
    "cases",
    "sources",
    "source",
    "findings",
    ...FOUND,
    "examples",
    "references",
    "coverage",
  ],
  relation: ["patterns", "networks", "codes", "findings", "events", "relations", "displays"],
  event: ["events", "networks", "displays", "names", ...TOLD, ...FOUND],
  state: ["events", "networks", "displays", "names", ...TOLD],
  rating: ["ratings", "networks", "displays", ...FOUND],
  set: [...FOUND, "displays"],
  reference: ["findings", "sources", "names", "references"],
  display: ["networks", "displays", "findings", "things", "names", "coverage"],
  cell: ["displays", "findings", "coverage"],
  node: ["networks", "displays", "things"],
  edge: ["networks", "displays", "things"],
  finding: ["findings", "names", ...TOLD, "references"],
  snapshot: ["findings"],
  manuscript: ["manuscripts"],
  annotation: ["manuscripts"],
  evidence: ["findings", ...FOUND],
  check: ["findings"],
  // What is put on record when findings are tested.
  search: ["findings"],
  feedback: ["findings"],
  rule: ["findings"],
  standing: ["findings"],
  contest: ["findings"],
  quantity: ["findings"],
  appraisal: ["findings"],
  plausible: ["findings"],
  surprise: ["findings"],
  step: ["findings"],
  quality: ["findings"],
  translation: ["findings"],
  remark: [],
  settlement: ["agreement"],
  version: ["agreement"],
  // A round that is opened or closed changes what is seen of everything: it is not named here.
  assignment: ["rounds", "agreement", "sources"],
  // The report, and what is written into it, is stale after any change.
  prose: [],
  // The answer to an item of a checklist.
  item: [],
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
