/** What a work says of itself, between CSL-JSON and lines that are read and written. */

export type Csl = Readonly<Record<string, unknown>>;

interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly "non-dropping-particle"?: string;
  readonly suffix?: string;
}

export const text = (csl: Csl, field: string): string => {
  const value = csl[field];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
};

function namesOf(csl: Csl, field: string): readonly Name[] {
  const value = csl[field];
  return Array.isArray(value) ? (value as Name[]) : [];
}

/** Names a line each: Family, Given. */
export function nameLines(csl: Csl, field: string): string {
  return namesOf(csl, field)
    .map((name) => {
      const family = [name["non-dropping-particle"], name.family].filter(Boolean).join(" ");
      return name.literal ?? [family, name.given, name.suffix].filter(Boolean).join(", ");
    })
    .join("\n");
}

/** The names of lines; those that say what is there already stay as they are. */
export function namesFrom(lines: string, csl: Csl, field: string): Name[] | null {
  const known = new Map(
    namesOf(csl, field).map((name) => [nameLines({ [field]: [name] }, field), name]),
  );
  const names = lines
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line): Name => {
      const there = known.get(line);
      if (there) return there;
      const [family = "", given, suffix] = line.split(",").map((part) => part.trim());
      if (given === undefined) return { literal: line };
      return { family, given, ...(suffix && { suffix }) };
    });
  return names.length > 0 ? names : null;
}

/** When it was issued: 2020, 2020-03 or 2020-03-05. */
export function issuedText(csl: Csl): string {
  const { issued } = csl as {
    issued?: { "date-parts"?: (string | number)[][]; raw?: string };
  };
  const [year, ...rest] = issued?.["date-parts"]?.[0] ?? [];
  if (year === undefined) return issued?.raw ?? "";
  return [String(year), ...rest.map((part) => String(part).padStart(2, "0"))].join("-");
}

/** A date as CSL-JSON has it; words that are no date are kept as such. */
export function issuedFrom(written: string): Csl | null {
  const said = written.trim();
  if (said === "") return null;
  if (!/^\d{4}(-\d{1,2}){0,2}$/u.test(said)) return { raw: said };
  return { "date-parts": [said.split("-").map(Number)] };
}

/** The first of those who wrote it, for a list. */
export const firstName = (csl: Csl): string =>
  (nameLines(csl, "author") || nameLines(csl, "editor")).split("\n")[0]?.split(",")[0] ?? "";

export const TYPES = [
  "article-journal",
  "book",
  "chapter",
  "paper-conference",
  "report",
  "thesis",
  "webpage",
  "legislation",
  "dataset",
  "document",
] as const;
