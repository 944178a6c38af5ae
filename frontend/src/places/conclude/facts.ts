/** How plain values are written. */
interface Words {
  yes: string;
  no: string;
  number(value: number): string;
  /** A word of the program's own, as for kinds of source or parts of a fact; others as they are. */
  term(name: string): string;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Their keys are what people and places of the study are called, not words of the program. */
const OF_THE_STUDY = new Set([
  "by_participant",
  "by_coder",
  "unweighed_by_participant",
  "collectors",
  "names",
]);

/** Their values are words of the program. */
const PROGRAMS = new Set(["state", "unit", "level", "diverging_kinds"]);

type Told = Readonly<Record<string, unknown>>;

const isTold = (value: unknown): value is Told => value !== null && typeof value === "object";

function text(value: unknown, name: string, words: Words): string {
  // An identifier tells a reader nothing.
  if (value === null || value === undefined || GUID.test(String(value))) return "";
  return PROGRAMS.has(name) && value !== "" ? words.term(String(value)) : String(value);
}

function written(value: unknown, name: string, words: Words): string {
  if (typeof value === "boolean") {
    return value ? words.yes : words.no;
  }
  if (typeof value === "number") {
    return words.number(value);
  }
  if (Array.isArray(value)) {
    return joined(
      value.map((one) => written(one, name, words)),
      value.some(isTold) ? "; " : ", ",
    );
  }
  if (!isTold(value)) {
    return text(value, name, words);
  }
  if ("source" in value && "start" in value && "end" in value) {
    return `${value.source} ${value.start}–${value.end}`;
  }
  return joined(
    Object.entries(value).map(([key, one]) => {
      const told = written(one, key, words);
      if (GUID.test(key) || !told) return told;
      return `${OF_THE_STUDY.has(name) ? key : words.term(key)} ${told}`;
    }),
    ", ",
  );
}

const joined = (texts: readonly string[], by: string) => texts.filter(Boolean).join(by);

/** What a check rests on, for people: a name and its lines, one for each thing that is told of. */
export function factLines(facts: Told, words: Words) {
  return Object.entries(facts).map(([name, value]) => {
    const isList = Array.isArray(value) && value.some(isTold);
    const lines = (isList ? value : [value]).map((one) => written(one, name, words));
    return { name, lines: lines.filter(Boolean) };
  });
}
