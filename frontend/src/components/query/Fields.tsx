import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useCompletions } from "../../api/queries";
import {
  type Content,
  inQuery,
  inQuotes,
  MODES,
  type Mode,
  OPERATORS,
  type Operator,
  type Part,
} from "../../lib/query-parts";
import { useSlowly } from "../../lib/slowly";
import { Chip } from "../Bits";
import { Checkbox, Select, TextField } from "../Field";

interface ValueProps {
  label: string;
  value: string;
  /** The beginning of a query after which a name of this sort stands. */
  asked: string;
  placeholder?: string;
  onChange: (value: string) => void;
  /** Enter, with something written. */
  onTake?: () => void;
}

const OFFERED = 100;

/** A name or value, with those that the study has offered beneath the field. */
export function ValueField({ label, value, asked, placeholder, onChange, onTake }: ValueProps) {
  const list = useId();
  const letters = useSlowly(value);
  // The quote is left open: whatever is written so far stands within it.
  const query = asked && `${asked}${inQuotes(letters).slice(0, -1)}`;
  const { data } = useCompletions(asked ? { query, at: [...query].length } : null, OFFERED);
  return (
    <>
      <TextField
        label={label}
        value={value}
        list={list}
        placeholder={placeholder ?? ""}
        onChange={onChange}
        onKeyDown={(event) => {
          if (event.key === "Enter" && value.trim()) onTake?.();
        }}
      />
      <datalist id={list}>
        {data?.found.map((one) => (
          <option key={one.name} value={one.name}>
            {one.detail}
          </option>
        ))}
      </datalist>
    </>
  );
}

type Compared = Part & { readonly kind: "compare" };
interface FieldsProps<P> {
  part: P;
  onChange: (part: P) => void;
}

const DOTTED = ["case", "source", "block"];
const PLAIN = ["=", "!=", "in", "<", "<=", ">", ">="] as const;

/** The beginning of a query whose next word is a value of what is compared. */
function valueAsked({ subject, name }: Compared): string {
  if (["created", "weight", "start", "end"].includes(subject)) return "";
  return `${subject}${name ? `.${inQuery(name)}` : ""} = `;
}

function Values({ part, onChange }: FieldsProps<Compared>) {
  const { t } = useTranslation("query");
  const asked = valueAsked(part);
  const placeholder = part.subject === "created" ? "2020-05-01" : "";
  if (part.operator !== "in") {
    return (
      <ValueField
        label={t("fields.value")}
        value={part.values[0] ?? ""}
        asked={asked}
        placeholder={placeholder}
        onChange={(value) => onChange({ ...part, values: [value] })}
      />
    );
  }
  // The last is the one being written.
  const written = part.values.at(-1) ?? "";
  const taken = part.values.slice(0, -1);
  return (
    <div className="query-values">
      {taken.length > 0 && (
        <span className="query-chips">
          {taken.map((value) => (
            <Chip
              key={value}
              removal={t("fields.leaveOut", { name: value })}
              onRemove={() =>
                onChange({ ...part, values: part.values.filter((one) => one !== value) })
              }
            >
              {value}
            </Chip>
          ))}
        </span>
      )}
      <ValueField
        label={t("fields.values")}
        value={written}
        asked={asked}
        placeholder={t("fields.oneMore")}
        onChange={(value) => onChange({ ...part, values: [...taken, value] })}
        onTake={() => onChange({ ...part, values: [...new Set([...taken, written]), ""] })}
      />
    </div>
  );
}

function Comparison({ part, onChange }: FieldsProps<Compared>) {
  const { t } = useTranslation("query");
  const operators = DOTTED.includes(part.subject) || part.subject === "origin" ? OPERATORS : PLAIN;
  return (
    <>
      {DOTTED.includes(part.subject) && (
        <ValueField
          label={t("fields.attribute")}
          value={part.name}
          asked={`${part.subject}.`}
          placeholder={part.subject === "block" ? "" : t("fields.itsName")}
          onChange={(name) => onChange({ ...part, name })}
        />
      )}
      <Select<Operator>
        label={t("fields.operator")}
        choices={operators.map((id) => ({ id, label: t(`operators.${id}`) }))}
        value={part.operator}
        onChange={(operator) => {
          const values = part.values.filter((value) => value.trim());
          onChange({ ...part, operator, values: operator === "in" ? [...values, ""] : values });
        }}
      />
      <Values part={part} onChange={onChange} />
    </>
  );
}

type CodeRow = Part & { readonly kind: "code" };

function Code({ part, onChange }: FieldsProps<CodeRow>) {
  const { t } = useTranslation("query");
  return (
    <>
      <ValueField
        label={t("fields.code")}
        value={part.name}
        asked="code:"
        placeholder={t("fields.anyCode")}
        onChange={(name) => onChange({ ...part, name })}
      />
      {part.name !== "*" && (
        <Checkbox isSelected={part.below} onChange={(below) => onChange({ ...part, below })}>
          {t("fields.below")}
        </Checkbox>
      )}
    </>
  );
}

type TextRow = Part & { readonly kind: "text" };

function Text({ part, onChange }: FieldsProps<TextRow>) {
  const { t } = useTranslation("query");
  return (
    <>
      <Select<Mode>
        label={t("fields.mode")}
        choices={MODES.map((id) => ({ id, label: t(`modes.${id}`) }))}
        value={part.mode}
        onChange={(mode) => onChange({ ...part, mode })}
      />
      <TextField
        label={t("fields.words")}
        value={part.words}
        onChange={(words) => onChange({ ...part, words })}
      />
    </>
  );
}

/** What a row asks for, to be filled in. */
export function Fields({ part, onChange }: FieldsProps<Part>) {
  const { t } = useTranslation("query");
  const set = (content: Partial<Content>) => onChange({ ...part, ...content } as Part);
  switch (part.kind) {
    case "code":
      return <Code part={part} onChange={onChange} />;
    case "text":
      return <Text part={part} onChange={onChange} />;
    case "compare":
      return <Comparison part={part} onChange={onChange} />;
    case "memo":
      return (
        <TextField
          label={t("fields.memo")}
          placeholder={t("fields.anyMemo")}
          value={part.words}
          onChange={(words) => set({ words })}
        />
      );
    case "raw":
      return (
        <TextField
          label={t("fields.raw")}
          note={t("fields.rawNote")}
          value={part.text}
          onChange={(text) => set({ text })}
        />
      );
    case "finding":
    case "event":
    case "rating":
    case "set":
    case "coder":
      return (
        <ValueField
          label={t(`fields.${part.kind}`)}
          value={part.name}
          asked={part.kind === "set" ? "in set:" : `${part.kind}:`}
          onChange={(name) => set({ name })}
        />
      );
    default:
      return null;
  }
}
