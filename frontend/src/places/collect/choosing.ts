/** Which sources are chosen: some by GUID, or all that match a filter but some. */

import type { Chosen, SourceFilter } from "../../api/sources";

export type Choice =
  | { readonly kind: "some"; readonly guids: ReadonlySet<string> }
  | { readonly kind: "all"; readonly filter: SourceFilter; readonly but: ReadonlySet<string> };

export const NOTHING: Choice = { kind: "some", guids: new Set() };

export function holds(choice: Choice, guid: string): boolean {
  return choice.kind === "some" ? choice.guids.has(guid) : !choice.but.has(guid);
}

/** How many they are, of `total` that match. */
export function countOf(choice: Choice, total: number): number {
  return choice.kind === "some" ? choice.guids.size : Math.max(0, total - choice.but.size);
}

/** The choice with sources taken in or left out. */
export function withSources(choice: Choice, guids: Iterable<string>, isIn: boolean): Choice {
  const adds = (choice.kind === "some") === isIn;
  const now = new Set(choice.kind === "some" ? choice.guids : choice.but);
  for (const guid of guids) {
    if (adds) now.add(guid);
    else now.delete(guid);
  }
  return choice.kind === "some" ? { kind: "some", guids: now } : { ...choice, but: now };
}

/** As the server is told. */
export function asAsked(choice: Choice): Chosen {
  return choice.kind === "some"
    ? { guids: [...choice.guids] }
    : { all: choice.filter, but: [...choice.but] };
}

/** The mark of the box for all: all of them, some, or none. */
export function markOf(choice: Choice): boolean | "mixed" {
  if (choice.kind === "all") return choice.but.size === 0 ? true : "mixed";
  return choice.guids.size > 0 ? "mixed" : false;
}
