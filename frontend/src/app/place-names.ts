/** The names of the places, which addresses and commands begin with. */

export const PLACE_NAMES = [
  "collect",
  "reduce",
  "display",
  "conclude",
  "report",
  "quality",
  "audit",
  "memos",
  "retrieval",
  "concordance",
  "history",
  "settings",
] as const;
export type PlaceName = (typeof PLACE_NAMES)[number];
