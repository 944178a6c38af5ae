/** What a write that waits is about, in words: the kind of thing, and whatever a person wrote in it. */

import type { Held } from "../api/waiting";

/** The nouns of addresses that have words of their own, in the order they are looked for. */
const NOUNS = [
  "codings",
  "codes",
  "memos",
  "forms",
  "cells",
  "evidence",
  "findings",
  "displays",
  "cases",
  "consents",
  "sources",
  "values",
  "attributes",
  "references",
  "sets",
  "questions",
  "users",
] as const;

export type Noun = (typeof NOUNS)[number] | "other";

/** The kind of thing a write is about. */
export function nounOf({ path }: Pick<Held, "path">): Noun {
  const steps = path.split("?")[0]?.split("/") ?? [];
  return NOUNS.find((noun) => steps.includes(noun)) ?? "other";
}

const NO_WORDS = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^#[0-9a-f]{6}$/i;

/** The words a person wrote in it, the longest last; none of its identifiers. */
export function wordsOf({ body }: Pick<Held, "body">): string[] {
  const found: string[] = [];
  const look = (value: unknown): void => {
    if (typeof value === "string" && value.trim() && !NO_WORDS.test(value)) found.push(value);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(look);
  };
  try {
    look(JSON.parse(body || "null"));
  } catch {
    return [];
  }
  return found.sort((one, other) => one.length - other.length);
}
