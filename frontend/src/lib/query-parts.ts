/**
 * Queries as rows and groups: what the builder shows of a query, and how that is written in the query
 * language. What it cannot show stays as text, in a row of its own.
 */

export const RELATIONS = [
  "overlaps",
  "within",
  "contains",
  "equals",
  "near",
  "follows",
  "precedes",
] as const;
export type Relation = (typeof RELATIONS)[number];
export const MEASURED: readonly Relation[] = ["near", "follows", "precedes"];
export const OPERATORS = ["=", "!=", "in", "contains", "<", "<=", ">", ">="] as const;
export type Operator = (typeof OPERATORS)[number];
export const SUBJECTS = [
  "case",
  "source",
  "block",
  "created",
  "weight",
  "origin",
  "start",
  "end",
] as const;
export type Subject = (typeof SUBJECTS)[number];
export const MODES = ["phrase", "word", "regex", "stem"] as const;
export type Mode = (typeof MODES)[number];
export const UNITS = ["characters", "words", "blocks"] as const;
export type Unit = (typeof UNITS)[number];
export type Named = "finding" | "event" | "rating" | "set" | "coder";

export type Content =
  /** `*` is any code. */
  | { readonly kind: "code"; readonly name: string; readonly below: boolean }
  | { readonly kind: "text"; readonly words: string; readonly mode: Mode }
  /** Without words: any memo. */
  | { readonly kind: "memo"; readonly words: string }
  | { readonly kind: Named; readonly name: string }
  | {
      readonly kind: "compare";
      readonly subject: Subject;
      readonly name: string;
      readonly operator: Operator;
      readonly values: readonly string[];
    }
  | { readonly kind: "raw"; readonly text: string }
  | { readonly kind: "group"; readonly join: "and" | "or"; readonly parts: readonly Part[] }
  | {
      readonly kind: "related";
      readonly left: Part;
      readonly relation: Relation;
      readonly right: Part;
      readonly distance: number;
      readonly unit: Unit;
    };

/** A row or a group, told apart from all others by its number. */
export type Part = Content & { readonly id: number; readonly not: boolean };
export type Group = Part & { readonly kind: "group" };

/** A part as the server reads it. */
export interface ReadPart {
  readonly kind: string;
  readonly text: string;
  readonly parts: readonly ReadPart[];
  readonly name: string | null;
  readonly below: boolean;
  readonly mode: Mode;
  readonly subject: string;
  readonly operator: string;
  readonly values: readonly string[];
  readonly distance: number | null;
  readonly unit: Unit;
}

let last = 0;

/** A part with a number of its own. */
export function part(content: Content, not = false): Part {
  last += 1;
  return { ...content, not, id: last };
}

export function group(join: "and" | "or", parts: readonly Part[]): Group {
  return part({ kind: "group", join, parts }) as Group;
}

/** Groups deeper than this stay text. */
const DEEPEST = 3;
const DISTANCE = 200;

/** The query as rows and groups; the outermost is always a group. */
export function shownParts(read: ReadPart): Group {
  const shown = shownPart(read, 0);
  return shown.kind === "group" && !shown.not ? (shown as Group) : group("and", [shown]);
}

function shownPart(read: ReadPart, depth: number): Part {
  const [first, second] = read.parts;
  switch (read.kind) {
    case "not": {
      const inner = first && shownPart(first, depth);
      return inner && !inner.not ? { ...inner, not: true } : raw(read);
    }
    case "and":
    case "or":
      if (depth >= DEEPEST) return raw(read);
      return group(
        read.kind,
        read.parts.map((one) => shownPart(one, depth + 1)),
      );
    case "related":
      if (depth >= DEEPEST || !first || !second) return raw(read);
      return part({
        kind: "related",
        left: shownPart(first, depth + 1),
        relation: read.operator as Relation,
        right: shownPart(second, depth + 1),
        distance: read.distance ?? DISTANCE,
        unit: read.unit,
      });
    default:
      return leaf(read);
  }
}

function leaf(read: ReadPart): Part {
  const name = read.name ?? "";
  switch (read.kind) {
    case "code":
      return part({ kind: "code", name: read.name ?? "*", below: read.below });
    case "text":
      return part({ kind: "text", words: name, mode: read.mode });
    case "memo":
      return part({ kind: "memo", words: name });
    case "finding":
    case "event":
    case "rating":
    case "set":
    case "coder":
      return part({ kind: read.kind, name });
    case "compare":
      return part({
        kind: "compare",
        subject: read.subject as Subject,
        name,
        operator: read.operator as Operator,
        values: read.values,
      });
    default:
      return raw(read);
  }
}

function raw({ text }: ReadPart): Part {
  return part({ kind: "raw", text });
}

/** How tightly something written holds together, the loosest first. */
const LEVELS = ["or", "and", "not", "related", "atom"] as const;
type Level = (typeof LEVELS)[number];
interface Written {
  readonly text: string;
  readonly level: Level;
}

const KEYWORDS = new Set(["and", "or", "not", "in", ...RELATIONS]);
const BARE = /^[^\s()"“”,=<>!:*/\\][^\s()"“”,=<>!:*\\]*$/u;

/** Words in quotes, as they stand in a query. */
export function inQuotes(words: string): string {
  return `"${words.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** A name as it stands in a query: bare where it can be. */
export function inQuery(name: string): string {
  return BARE.test(name) && !KEYWORDS.has(name.toLowerCase()) ? name : inQuotes(name);
}

function held(written: Written, least: Level): string {
  return LEVELS.indexOf(written.level) < LEVELS.indexOf(least) ? `(${written.text})` : written.text;
}

/** The query of a group; what is not filled in yet is left out. */
export function writtenQuery(root: Group): string {
  return written(root)?.text ?? "";
}

/** The query of one part by itself; nothing while it is not filled in. */
export function writtenPart(one: Part): string {
  return written(one)?.text ?? "";
}

function written(one: Part): Written | null {
  const plain = positive(one);
  if (!plain || !one.not) return plain;
  return { text: `not ${held(plain, "not")}`, level: "not" };
}

function positive(one: Part): Written | null {
  if (one.kind === "group") return writtenGroup(one.join, one.parts);
  if (one.kind === "raw") return one.text.trim() ? { text: one.text.trim(), level: "or" } : null;
  if (one.kind !== "related") {
    const text = writtenLeaf(one);
    return text === null ? null : { text, level: "atom" };
  }
  const left = written(one.left);
  const right = written(one.right);
  if (!left || !right) return left;
  const unit = one.unit !== "characters" && one.relation === "near" ? ` ${one.unit}` : "";
  const measure = MEASURED.includes(one.relation) ? `(${one.distance}${unit})` : "";
  const text = `${held(left, "related")} ${one.relation}${measure} ${held(right, "atom")}`;
  return { text, level: "related" };
}

function writtenGroup(join: "and" | "or", parts: readonly Part[]): Written | null {
  const told = parts.flatMap((one) => written(one) ?? []);
  if (told.length < 2) return told[0] ?? null;
  const least = join === "and" ? "not" : "and";
  return { text: told.map((one) => held(one, least)).join(` ${join} `), level: join };
}

type Leaf = Exclude<Content, { kind: "raw" | "group" | "related" }>;

function writtenLeaf(one: Leaf): string | null {
  switch (one.kind) {
    case "code":
      return writtenCode(one.name, one.below);
    case "text":
      return one.words.trim() ? writtenWords(one.words, one.mode) : null;
    case "memo":
      return one.words.trim() ? `memo:${inQuotes(one.words)}` : "memo:*";
    case "compare":
      return writtenComparison(one);
    default: {
      const head = one.kind === "set" ? "in set" : one.kind;
      return one.name.trim() ? `${head}:${inQuery(one.name)}` : null;
    }
  }
}

function writtenCode(name: string, below: boolean): string | null {
  if (name === "*") return "code:*";
  return name.trim() ? `code:${below ? "" : "="}${inQuery(name)}` : null;
}

function writtenWords(words: string, mode: Mode): string {
  if (mode === "regex") {
    return `text:/${words.replace(/\\.|\//gsu, (sign) => (sign === "/" ? "\\/" : sign))}/`;
  }
  if (mode === "stem") return `stem:${inQuery(words)}`;
  return `${mode === "word" ? "word" : "text"}:${inQuotes(words)}`;
}

function writtenComparison(one: Content & { kind: "compare" }): string | null {
  const values = one.values.filter((value) => value.trim());
  if (values.length === 0 || (one.subject === "block" && !one.name)) return null;
  const field = one.name ? `${one.subject}.${inQuery(one.name)}` : one.subject;
  if (one.operator === "in") return `${field} in (${values.map(inQuery).join(", ")})`;
  return `${field} ${one.operator} ${inQuery(values[0] ?? "")}`;
}

/** The tree with one part changed; taken out where it is changed to nothing. */
export function edited(root: Group, id: number, edit: (one: Part) => Part | null): Group {
  return (inside(root, id, edit) ?? group("and", [])) as Group;
}

function inside(one: Part, id: number, edit: (one: Part) => Part | null): Part | null {
  if (one.id === id) return edit(one);
  if (one.kind === "group") {
    return { ...one, parts: one.parts.flatMap((inner) => inside(inner, id, edit) ?? []) };
  }
  if (one.kind !== "related") return one;
  const left = inside(one.left, id, edit);
  const right = inside(one.right, id, edit);
  // Of a relation one side stays by itself.
  if (left && right) return { ...one, left, right };
  return left ?? right;
}

/** The tree with a part put behind another in its group. */
export function behind(root: Group, id: number, added: Part): Group {
  const put = (one: Part): Part => {
    if (one.kind === "related") return { ...one, left: put(one.left), right: put(one.right) };
    if (one.kind !== "group") return one;
    return {
      ...one,
      parts: one.parts.flatMap((inner) => (inner.id === id ? [inner, added] : [put(inner)])),
    };
  };
  return put(root) as Group;
}

/** The tree with a part one place up or down in its group. */
export function moved(root: Group, id: number, by: 1 | -1): Group {
  const move = (one: Part): Part => {
    if (one.kind === "related") return { ...one, left: move(one.left), right: move(one.right) };
    if (one.kind !== "group") return one;
    const at = one.parts.findIndex((inner) => inner.id === id);
    const to = at + by;
    if (at < 0) return { ...one, parts: one.parts.map(move) };
    const other = one.parts[to];
    const self = one.parts[at];
    if (!other || !self) return one;
    const parts = [...one.parts];
    parts[at] = other;
    parts[to] = self;
    return { ...one, parts };
  };
  return move(root) as Group;
}

/** A copy, all of whose parts have numbers of their own. */
export function copied(one: Part): Part {
  const { id: _, not, ...content } = one;
  if (content.kind === "group") {
    return part({ ...content, parts: content.parts.map(copied) }, not);
  }
  if (content.kind === "related") {
    return part({ ...content, left: copied(content.left), right: copied(content.right) }, not);
  }
  return part(content, not);
}

/** What an empty row of a kind is. */
export function emptyContent(kind: string): Content {
  switch (kind) {
    case "text":
      return { kind: "text", words: "", mode: "phrase" };
    case "memo":
      return { kind: "memo", words: "" };
    case "finding":
    case "event":
    case "rating":
    case "set":
    case "coder":
      return { kind, name: "" };
    case "raw":
      return { kind: "raw", text: "" };
    case "code":
      return { kind: "code", name: "", below: true };
    default: {
      const subject = kind as Subject;
      const isOrdered = ["created", "weight", "start", "end"].includes(kind);
      return {
        kind: "compare",
        subject,
        name: subject === "block" ? "speaker" : "",
        operator: isOrdered ? ">=" : "=",
        values: [],
      };
    }
  }
}
