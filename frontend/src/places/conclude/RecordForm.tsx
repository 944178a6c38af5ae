import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAttributesOf } from "../../api/case-table";
import { useCases } from "../../api/cases";
import { type Finding, useFindings } from "../../api/findings";
import { type Recorded, useRecordWrites } from "../../api/records";
import { Button } from "../../components/Button";
import { Checkbox, Select, TextField } from "../../components/Field";
import { QueryField } from "../../components/query/QueryField";
import {
  changesOf,
  type Drafts,
  draftsOf,
  type Field,
  fieldsOf,
  type OnRecord,
  wrongIn,
} from "./record-fields";
import { useRefusal } from "./saving";
import "./records.css";

const NONE = "none";

/** What a check names: unusual cases, words that are bound to nothing. */
export interface Offered {
  /** Names of cases that come first. */
  readonly cases: readonly string[];
  readonly words: readonly string[];
}

interface AskedProps {
  field: Field;
  value: string | boolean;
  offered: Offered;
  finding: Finding;
  isWrong: boolean;
  isFirst: boolean;
  onChange: (value: string | boolean) => void;
}

/** What can be chosen for a field that names something of the study. */
function useNamed(field: Field, offered: Offered, finding: Finding) {
  const { data: cases = [] } = useCases();
  const { data: attributes = [] } = useAttributesOf("case");
  const { data: findings = [] } = useFindings();
  if (field.as === "case") {
    const isFirst = (name: string) => offered.cases.includes(name);
    return cases
      .toSorted((a, b) => Number(isFirst(b.name)) - Number(isFirst(a.name)))
      .map((one) => ({ id: one.guid, label: one.name }));
  }
  if (field.as === "attribute") {
    return attributes.map((one) => ({ id: one.guid, label: one.name }));
  }
  return findings
    .filter((one) => one.guid !== finding.guid)
    .map((one) => ({ id: one.guid, label: `${one.label} · ${one.statement}` }));
}

function Named({ field, value, offered, finding, onChange }: AskedProps) {
  const { t } = useTranslation("tested");
  const named = useNamed(field, offered, finding);
  return (
    <Select
      label={t(`fields.${field.name}`)}
      choices={field.required ? named : [{ id: NONE, label: t("nobody") }, ...named]}
      value={value === "" ? (field.required ? null : NONE) : String(value)}
      onChange={(id) => onChange(id === NONE ? "" : id)}
    />
  );
}

/** One field of a form, as its table says. */
function AskedField(props: AskedProps) {
  const { field, value, offered, isWrong, isFirst, onChange } = props;
  const { t } = useTranslation("tested");
  const list = useId();
  const label = t(`fields.${field.name}`);
  const text = String(value);
  if (typeof field.as !== "string") {
    return (
      <Select
        label={label}
        choices={field.as.map((id) => ({ id, label: t(`choices.${id}`) }))}
        value={text === "" ? null : text}
        onChange={onChange}
      />
    );
  }
  switch (field.as) {
    case "query":
      return (
        <QueryField label={label} value={text} rows={2} autoFocus={isFirst} onChange={onChange}>
          {isWrong && <p className="field-error">{t("needed")}</p>}
        </QueryField>
      );
    case "flag":
      return (
        <Checkbox isSelected={value === true} onChange={onChange}>
          {label}
        </Checkbox>
      );
    case "case":
    case "rival":
    case "attribute":
      return <Named {...props} />;
    default:
      return (
        <>
          <TextField
            label={label}
            value={text}
            autoFocus={isFirst}
            onChange={onChange}
            {...(field.as === "text" && { rows: 2 })}
            {...(field.as === "words" && { list })}
            {...(field.as === "share" && { note: t("shareNote") })}
            {...((field.as === "number" || field.as === "share") && { inputMode: "decimal" })}
            {...(isWrong && { error: t(field.as === "number" ? "whole" : "needed") })}
          />
          {field.as === "words" && (
            <datalist id={list}>
              {offered.words.map((word) => (
                <option key={word} value={word} />
              ))}
            </datalist>
          )}
        </>
      );
  }
}

interface Props {
  finding: Finding;
  about: OnRecord;
  offered: Offered;
  /** The one that is changed; a new one without. */
  record?: Recorded | undefined;
  onDone: () => void;
}

/** What a record starts with: what it says, or what is offered first. */
function beginning({ about, offered, record }: Props): Drafts {
  if (record) return draftsOf(about.kind, record.values);
  return draftsOf(about.kind, { phrase: offered.words[0], unit: "case" });
}

/** A small form to put something on record, or to change it; Ctrl Enter saves. */
export function RecordForm(props: Props) {
  const { finding, about, offered, record, onDone } = props;
  const { t } = useTranslation(["tested", "conclude"]);
  const { add, change } = useRecordWrites(finding.guid);
  const refused = useRefusal();
  const [drafts, setDrafts] = useState(() => beginning(props));
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // A field to write in has the focus by itself; the button of a list has not.
    if (form.current?.contains(document.activeElement)) return;
    form.current?.querySelector("button")?.focus();
  }, []);
  const fields = fieldsOf(about).filter((field) => !(record && field.fixed));
  const wrong = wrongIn(about, drafts);
  const save = () => {
    setTried(true);
    if (wrong.size > 0) return;
    const before = draftsOf(about.kind, record?.values ?? {});
    const values = changesOf(about.kind, before, drafts);
    const typed = Object.values(drafts).filter((one) => typeof one === "string");
    const answers = {
      onSuccess: onDone,
      onError: (error: Error) => refused(error, typed.join(" ").trim()),
    };
    if (!record) add.mutate({ kind: about.kind, values: { ...about.given, ...values } }, answers);
    else if (Object.keys(values).length === 0) onDone();
    else change.mutate({ of: record, values }, answers);
  };
  return (
    <form
      ref={form}
      className="record-form"
      aria-label={t(`kinds.${about.kind}`)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        }
      }}
    >
      {fields.map((field, at) => (
        <AskedField
          key={field.name}
          field={field}
          value={drafts[field.name] ?? ""}
          offered={offered}
          finding={finding}
          isFirst={at === 0}
          isWrong={isTried && wrong.has(field.name)}
          onChange={(value) => setDrafts((now) => ({ ...now, [field.name]: value }))}
        />
      ))}
      {isTried && wrong.size > 0 && (
        <p className="field-error" role="alert">
          {t("missing", { fields: [...wrong].map((name) => t(`fields.${name}`)).join(", ") })}
        </p>
      )}
      <div className="check-doings">
        <Button small look="primary" isPending={add.isPending || change.isPending} onPress={save}>
          {t("put")}
        </Button>
        <Button small look="quiet" onPress={onDone}>
          {t("conclude:new.cancel")}
        </Button>
      </div>
    </form>
  );
}
