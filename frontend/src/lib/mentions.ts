/**
 * Mentions in a memo: links `[label](jejak:KIND/GUID)` in the Markdown that is kept. While a memo is
 * written they are shown as `@[label]`, so that no GUID stands in the middle of a sentence.
 */

const GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const LABEL = "(?:\\\\.|[^\\]\\[\\\\\\n])*";
const LINK = new RegExp(`\\[(${LABEL})\\]\\(jejak:([a-z]+)/(${GUID})\\)`, "gi");
const SHOWN = new RegExp(`@\\[(${LABEL})\\]`, "g");
const ADDRESS = new RegExp(`^jejak:([a-z]+)/(${GUID})$`, "i");

/** What each label that is shown stands for: the `KIND/GUID` of its link. */
export type Known = ReadonlyMap<string, string>;

/** The `KIND/GUID` of an address that mentions something; `null` for every other address. */
export function namedBy(address: string): string | null {
  const [, kind, guid] = ADDRESS.exec(address) ?? [];
  return kind && guid ? `${kind.toLowerCase()}/${guid.toLowerCase()}` : null;
}

/** What a text mentions, each once, as `KIND/GUID`. */
export function mentionsOf(body: string): string[] {
  const found = [...body.matchAll(LINK)].map(([, , kind, guid]) => `${kind}/${guid}`.toLowerCase());
  return [...new Set(found)];
}

/** A label as it may stand in a link. */
export function asLabel(label: string): string {
  return label.replace(/[\n\r]+/g, " ").replace(/[[\]\\]/g, "\\$&");
}

/**
 * The text as it is written in, and what its mentions stand for. A label that stands for two things,
 * and a text that has `@[` of its own, stay as they are kept.
 */
export function shownOf(body: string, known: Known = new Map()): { shown: string; known: Known } {
  const told = new Map(known);
  if (body.includes("@[")) return { shown: body, known: new Map() };
  const shown = body.replace(LINK, (link: string, label: string, kind: string, guid: string) => {
    const name = `${kind}/${guid}`;
    const taken = told.get(label);
    if (taken !== undefined && taken !== name) return link;
    told.set(label, name);
    return `@[${label}]`;
  });
  return { shown, known: told };
}

/** The text as it is kept. */
export function keptOf(shown: string, known: Known): string {
  return shown.replace(SHOWN, (words: string, label: string) => {
    const name = known.get(label);
    return name === undefined ? words : `[${label}](jejak:${name})`;
  });
}

/** The letters of a name being typed after `@` before the caret, and where the `@` stands. */
export function asked(text: string, caret: number): { at: number; letters: string } | null {
  const line = text.slice(Math.max(0, caret - 60), caret);
  const found = /(?:^|[\s(«“"'>*_-])@([^\s@[\]](?:[^@[\]\n]{0,40}[^@[\]\n])?)?$/.exec(line);
  if (!found) return null;
  const letters = found[1] ?? "";
  return { at: caret - letters.length - 1, letters };
}
