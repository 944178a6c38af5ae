/** How plain values are written. */
interface Words {
  yes: string;
  no: string;
  number(value: number): string;
  /** A word of the program's own, as for kinds of source; others as they are. */
  term(name: string): string;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function written(value: unknown, words: Words): string {
  if (typeof value === "boolean") {
    return value ? words.yes : words.no;
  }
  if (typeof value === "number") {
    return words.number(value);
  }
  if (Array.isArray(value)) {
    return value
      .map((one) => written(one, words))
      .filter(Boolean)
      .join(", ");
  }
  if (value !== null && typeof value === "object") {
    if ("source" in value && "start" in value && "end" in value) {
      return `${value.source} ${value.start}–${value.end}`;
    }
    return Object.entries(value)
      .map(([name, one]) =>
        GUID.test(name) ? written(one, words) : `${words.term(name)} ${written(one, words)}`,
      )
      .filter(Boolean)
      .join(", ");
  }
  // An identifier tells a reader nothing.
  return value === null || value === undefined || GUID.test(String(value)) ? "" : String(value);
}

/** What a check rests on, line by line, for people. */
export function factLines(facts: Readonly<Record<string, unknown>>, words: Words) {
  return Object.entries(facts).map(([name, value]) => ({ name, text: written(value, words) }));
}
