/** What can be said in each kind of record: the tables that one form and one list are drawn from. */

import type { RecordKind, Values } from "../../api/records";
import type texts from "../../locales/en/tested.json";

export type FieldName = keyof (typeof texts)["fields"];
export type ChoiceName = keyof (typeof texts)["choices"];

/** How a field is asked for. */
type Shape =
  | "query"
  | "text"
  | "line"
  | "number"
  | "share"
  | "flag"
  | "case"
  | "rival"
  | "attribute"
  | "words";

export interface Field {
  readonly name: FieldName;
  readonly as: Shape | readonly ChoiceName[];
  /** It cannot be left out. */
  readonly required?: true;
  /** It says what the record is of: it stays as it is once it is there. */
  readonly fixed?: true;
  /** It stands first where the record is listed, without its label. */
  readonly head?: true;
}

const WHY: Field = { name: "why", as: "text" };

export const FIELDS: Readonly<Record<RecordKind, readonly Field[]>> = {
  search: [
    { name: "query", as: "query", required: true, head: true },
    { name: "inspected", as: "number", required: true },
    { name: "found", as: "number", required: true },
    { name: "note", as: "text" },
  ],
  feedback: [
    { name: "case", as: "case", head: true },
    { name: "who", as: "line", head: true },
    { name: "answer", as: ["agree", "partly", "disagree", "no reply"], required: true, head: true },
    { name: "comment", as: "text" },
    { name: "action", as: "text" },
    { name: "shown", as: "text" },
    { name: "date", as: "line" },
  ],
  rule: [
    { name: "condition", as: "query", required: true },
    { name: "consequence", as: "query", required: true },
    { name: "unit", as: ["case", "source", "segment"], required: true },
    { name: "ordered", as: "flag" },
    { name: "third", as: "attribute" },
    { name: "prediction", as: "text" },
    { name: "due", as: "line" },
    { name: "outcome", as: "text" },
    { name: "note", as: "text" },
  ],
  standing: [
    { name: "case", as: "case", required: true, fixed: true, head: true },
    { name: "verdict", as: ["holds", "fails", "not applicable"], required: true, head: true },
    WHY,
  ],
  contest: [
    { name: "rival", as: "rival", required: true, fixed: true, head: true },
    {
      name: "state",
      as: ["ruled out", "weakened", "retained", "joint"],
      required: true,
      head: true,
    },
    WHY,
  ],
  quantity: [
    { name: "phrase", as: "words", required: true, fixed: true, head: true },
    { name: "query", as: "query", required: true },
    { name: "base", as: "query" },
    { name: "low", as: "share" },
    { name: "high", as: "share" },
  ],
  appraisal: [
    {
      name: "concern",
      as: ["no or very minor", "minor", "moderate", "serious"],
      required: true,
      head: true,
    },
    { ...WHY, required: true },
  ],
  plausible: [WHY],
  surprise: [
    { name: "expectation", as: "text", required: true },
    { name: "theory", as: "text" },
    { name: "sought", as: "text" },
    { name: "result", as: "text" },
  ],
  step: [
    { name: "number", as: "number", head: true },
    { name: "proposition", as: "text", required: true, head: true },
    { name: "prediction", as: "text" },
    { name: "seen", as: ["open", "seen", "not seen"] },
  ],
};

/** Kinds of record that rest on words of their own. */
export const RESTING: ReadonlySet<string> = new Set<RecordKind>(["surprise", "step"]);

/** What a check rests on that people must say, and what of it the check itself says. */
export interface OnRecord {
  readonly kind: RecordKind;
  readonly given: Values;
  /** There is one of it at most. */
  readonly once?: true;
}

/** The fields that are asked for where some are given already. */
export const fieldsOf = ({ kind, given }: OnRecord): readonly Field[] =>
  FIELDS[kind].filter(({ name }) => !(name in given));

const STANDING = (unusual: string): OnRecord => ({ kind: "standing", given: { unusual } });
const of = (kind: RecordKind): OnRecord => ({ kind, given: {} });

const BY_TACTIC: Readonly<Record<string, OnRecord>> = {
  "negative-evidence": of("search"),
  feedback: of("feedback"),
  "if-then": of("rule"),
  "spurious-relations": of("rule"),
  outliers: STANDING("outlier"),
  "extreme-cases": STANDING("extreme"),
  rivals: of("contest"),
  quantities: of("quantity"),
  surprises: of("surprise"),
};

export const onRecordOf = (tactic: string): OnRecord | undefined => BY_TACTIC[tactic];

/** The records among all of a finding that are of a check, or of a component. */
export function recordsFor<T extends { kind: string; values: Values }>(
  all: readonly T[],
  { kind, given }: OnRecord,
): T[] {
  const fits = (one: T) => Object.entries(given).every(([name, said]) => one.values[name] === said);
  return all.filter((one) => one.kind === kind && fits(one));
}

/** What stands in the fields of a form. */
export type Drafts = Readonly<Record<string, string | boolean>>;

const isNumber = (field: Field) => field.as === "number" || field.as === "share";

function drafted(field: Field, value: unknown): string | boolean {
  if (field.as === "flag") return value === true;
  if (value === null || value === undefined) return "";
  // People write shares as percentages.
  return field.as === "share" ? String(Math.round(Number(value) * 1000) / 10) : String(value);
}

/** The fields as they stand at first. */
export function draftsOf(kind: RecordKind, values: Values): Drafts {
  return Object.fromEntries(
    FIELDS[kind].map((field) => [field.name, drafted(field, values[field.name])]),
  );
}

function numberOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text.replace(",", "."));
}

function isWrong(field: Field, draft: string | boolean): boolean {
  if (typeof draft === "boolean") return false;
  if (draft.trim() === "") return field.required === true;
  if (!isNumber(field)) return false;
  const number = numberOf(draft);
  const isWhole = field.as === "number" ? Number.isInteger(number) : number <= 100;
  return !(isWhole && number >= 0);
}

/** The fields that cannot be kept as they are. */
export function wrongIn(about: OnRecord, drafts: Drafts): ReadonlySet<FieldName> {
  const wrong = fieldsOf(about).filter((field) => isWrong(field, drafts[field.name] ?? ""));
  return new Set(wrong.map(({ name }) => name));
}

function sentOf(field: Field, draft: string | boolean): unknown {
  if (typeof draft === "boolean") return draft;
  const text = draft.trim();
  if (field.as === "share") return Number((numberOf(text) / 100).toFixed(6));
  if (field.as === "number") return numberOf(text);
  const isName = field.as === "case" || field.as === "attribute";
  return isName && text === "" ? null : text;
}

/** What is sent: fields that differ from what stood there at first. */
export function changesOf(kind: RecordKind, before: Drafts, after: Drafts): Values {
  const changed = FIELDS[kind].filter(({ name }) => before[name] !== after[name]);
  return Object.fromEntries(
    changed
      .filter((field) => !(isNumber(field) && String(after[field.name]).trim() === ""))
      .map((field) => [field.name, sentOf(field, after[field.name] ?? "")]),
  );
}
