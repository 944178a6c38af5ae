/** How codes and coders look: a colour and a pattern each, so that colour never stands alone. */

import type { Ink, Pattern } from "../../annotators/text/api";
import type { Code, Study } from "../../api/types";

const PATTERNS: readonly Pattern[] = ["solid", "stripes", "dots", "dashes", "cross"];

/** Patterns go round among the codes under one parent, which have colours alike. */
export function inksOf(codes: readonly Code[]): Map<string, Ink> {
  const counts = new Map<string | null, number>();
  const inks = new Map<string, Ink>();
  for (const { guid, name, colour, parent } of codes) {
    const at = counts.get(parent) ?? 0;
    counts.set(parent, at + 1);
    inks.set(guid, { name, colour, pattern: PATTERNS[at % PATTERNS.length] ?? "solid" });
  }
  return inks;
}

export function coderInks(users: Study["users"]): Map<string, Ink> {
  return new Map(
    users.map(({ guid, name, colour }, at) => [
      guid,
      { name, colour, pattern: PATTERNS[at % PATTERNS.length] ?? "solid" },
    ]),
  );
}
