/** Finding codes by some of their letters. */

import type { Code } from "../../api/types";

const MARKS = /\p{Mark}/gu;

/** Letters alone count, not their case or marks. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(MARKS, "").toLocaleLowerCase();
}

function inOrder(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** How well a code fits, 0 the best; `null` not at all. */
export function gradeOf(code: Pick<Code, "name" | "path">, wanted: string): number | null {
  const name = plain(code.name);
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.split(/[\s/–-]+/u).some((word) => word.startsWith(wanted))) return 2;
  if (name.includes(wanted)) return 3;
  if (plain(code.path).includes(wanted)) return 4;
  return inOrder(wanted.replaceAll(" ", ""), name) ? 5 : null;
}

/**
 * The codes that fit, best first, else in the order of the tree; without a wish the recent ones come
 * first.
 */
export function matches(
  codes: readonly Code[],
  text: string,
  recent: readonly string[] = [],
): Code[] {
  const wanted = plain(text.trim());
  const codable = codes.filter((code) => code.codable);
  if (wanted === "") {
    const known = new Map(codable.map((code) => [code.guid, code]));
    const first = recent.flatMap((guid) => known.get(guid) ?? []);
    const taken = new Set(first);
    return [...first, ...codable.filter((code) => !taken.has(code))];
  }
  return codable
    .flatMap((code, order) => {
      const grade = gradeOf(code, wanted);
      return grade === null ? [] : [{ code, grade, order }];
    })
    .sort((one, other) => one.grade - other.grade || one.order - other.order)
    .map(({ code }) => code);
}

/** The code that is called exactly so, by name or path. */
export function named(codes: readonly Code[], text: string): Code | undefined {
  const wanted = plain(text.trim());
  return codes.find((code) => plain(code.name) === wanted || plain(code.path) === wanted);
}

/** Where a new code of this path goes: under the deepest code that is there, by way of the missing ones. */
export function placeOf(
  codes: readonly Code[],
  path: string,
): { name: string; parent?: string; above: string[] } {
  const parts = path
    .split("/")
    .map((part) => part.trim())
    .filter(Boolean);
  const name = parts.pop() ?? path.trim();
  for (let known = parts.length; known > 0; known--) {
    const parent = named(codes, parts.slice(0, known).join("/"));
    if (parent) return { name, parent: parent.guid, above: parts.slice(known) };
  }
  return { name, above: parts };
}

const LONGEST = 60;

/** A code's name from the words of a passage: its beginning, whole words, on one line. */
export function nameInVivo(quote: string): string {
  const line = quote.replace(/\s+/gu, " ").trim();
  const letters = [...line];
  if (letters.length <= LONGEST) return line.replaceAll("/", "∕");
  const cut = letters.slice(0, LONGEST).join("");
  const whole = cut.slice(0, Math.max(cut.lastIndexOf(" "), LONGEST / 2));
  return `${whole.trim()} …`.replaceAll("/", "∕");
}
