import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Said, Staged } from "../../api/types";
import { Button, IconButton } from "../../components/Button";
import { type Choice, Select, TextField } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { type Entry, sendFile } from "./importing";
import { ENCODINGS, KINDS, LANGUAGE_CODES, useKinds, useLanguages } from "./words";

const AS_SEEN = "-";
/** Formats whose files are bytes in some encoding. */
const ENCODED = new Set(["text", "markdown", "html", "csv", "srt", "vtt", "rtf"]);

interface Props {
  entry: Entry;
  cases: readonly string[];
  formats: readonly string[];
  isBusy: boolean;
  onSay: (said: Said) => void;
}

interface FieldProps {
  label: string;
  value: string;
  note?: string;
  list?: string;
  disabled: boolean;
  onSave: (value: string) => void;
  onAll?: (value: string) => void;
}

function ForAll({
  label,
  disabled,
  onPress,
}: {
  label: string;
  disabled: boolean;
  onPress: () => void;
}) {
  const { t } = useTranslation("collect");
  return (
    <IconButton
      icon="list"
      size={15}
      label={t("import.forAll", { field: label })}
      isDisabled={disabled}
      onPress={onPress}
    />
  );
}

/** A line that is said when it is left or Enter is pressed. */
function Line({ label, value, note, list, disabled, onSave, onAll }: FieldProps) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const save = () => text.trim() !== value && onSave(text.trim());
  return (
    <div className="import-field">
      <TextField
        label={label}
        value={text}
        isDisabled={disabled}
        {...(note && { note })}
        {...(list && { list })}
        onChange={setText}
        onBlur={save}
        onKeyDown={(event) => event.key === "Enter" && save()}
      />
      {onAll && <ForAll label={label} disabled={disabled} onPress={() => onAll(text.trim())} />}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  choices: readonly Choice[];
  value: string | null;
  seen: string;
  disabled: boolean;
  onSave: (value: string | null) => void;
  onAll: (value: string | null) => void;
}

/** What was recognised, or another of several. */
function OneOf({ label, choices, value, seen, disabled, onSave, onAll }: ChoiceProps) {
  const { t } = useTranslation("collect");
  const all = [{ id: AS_SEEN, label: t("import.recognised", { what: seen }) }, ...choices];
  return (
    <div className="import-field">
      <Select
        label={label}
        choices={all}
        value={value ?? AS_SEEN}
        disabled={disabled}
        onChange={(to) => onSave(to === AS_SEEN ? null : to)}
      />
      <ForAll label={label} disabled={disabled} onPress={() => onAll(value)} />
    </div>
  );
}

/** Whose words each speaker's are. */
function Speakers({
  told,
  isBusy,
  onSay,
}: {
  told: Staged;
  isBusy: boolean;
  onSay: Props["onSay"];
}) {
  const { t } = useTranslation("collect");
  const { speakers } = told.said;
  if (told.file.speakers.length === 0) return null;
  const save = (speaker: string, to: string) =>
    onSay({ numbers: [told.number], speakers: { ...speakers, [speaker]: to } });
  return (
    <fieldset className="import-speakers">
      <legend>{t("import.whose")}</legend>
      {told.file.speakers.map((speaker) => (
        <Line
          key={speaker}
          label={speaker}
          value={speakers[speaker] ?? ""}
          list="import-cases"
          disabled={isBusy}
          onSave={(to) => save(speaker, to)}
        />
      ))}
    </fieldset>
  );
}

/** Everything that may be said of a file over what was recognised. */
function Corrections({ entry, told, formats, isBusy, onSay }: Props & { told: Staged }) {
  const { t } = useTranslation("collect");
  const kinds = useKinds();
  const languages = useLanguages();
  const { file, said } = told;
  const numbers = [entry.number];
  const both = (field: keyof Said) => ({
    disabled: isBusy,
    onSave: (value: string | null) => onSay({ numbers, [field]: value || null }),
    onAll: (value: string | null) => onSay({ [field]: value || null }),
  });
  const format = said.as_format ?? file.format;
  const isEncoded = !format || ENCODED.has(format);
  return (
    <div className="import-corrections">
      {file.ok && (
        <Line
          label={t("columns.name")}
          value={said.name ?? file.name}
          disabled={isBusy}
          onSave={(name) => onSay({ numbers, name: name || null })}
        />
      )}
      {file.ok && (
        <OneOf
          label={t("columns.kind")}
          choices={KINDS.map((id) => ({ id, label: kinds[id] }))}
          value={said.kind}
          seen={kinds[file.kind as "other"] ?? file.kind}
          {...both("kind")}
        />
      )}
      <OneOf
        label={t("import.format")}
        choices={formats.map((id) => ({ id, label: id }))}
        value={said.as_format}
        seen={said.as_format === null && file.format ? file.format : t("import.unknown")}
        {...both("as_format")}
      />
      {isEncoded && (
        <OneOf
          label={t("import.encoding")}
          choices={ENCODINGS.map((id) => ({ id, label: id }))}
          value={said.encoding}
          seen={said.encoding === null && file.encoding ? file.encoding : t("import.unknown")}
          {...both("encoding")}
        />
      )}
      {file.ok && (
        <>
          <OneOf
            label={t("columns.language")}
            choices={LANGUAGE_CODES.map((id) => ({ id, label: languages(id) }))}
            value={said.language}
            seen={languages(file.language)}
            {...both("language")}
          />
          <Line
            label={t("columns.case")}
            value={said.case ?? ""}
            list="import-cases"
            {...both("case")}
          />
          <Line
            label={t("columns.collected")}
            value={said.collected ?? ""}
            {...both("collected")}
          />
          <Line
            label={t("columns.collector")}
            value={said.collector ?? ""}
            {...both("collector")}
          />
        </>
      )}
    </div>
  );
}

/** What stands in the way, and what to do about it. */
function Trouble({ entry }: { entry: Entry }) {
  const { t } = useTranslation("collect");
  const { told, trouble } = entry;
  const words = trouble ?? [told?.file.error, told?.file.hint].filter(Boolean).join(" ");
  return (
    <>
      {words && (
        <p className="import-error" role="alert">
          <Icon name="warning" size={15} />
          <span>{words}</span>
        </p>
      )}
      {trouble && entry.file && (
        <Button small icon="repeat" onPress={() => sendFile(entry.number)}>
          {t("import.again")}
        </Button>
      )}
      {told?.state === "failed" && told.file.duplicate_of === null && (
        <p className="muted">{t("import.another")}</p>
      )}
      {told?.file.duplicate_of && (
        <p className="import-problem">
          <Icon name="info" size={15} />
          <span>{t("import.duplicate", { name: told.file.duplicate_of })}</span>
        </p>
      )}
      {told?.same_as !== null && told?.same_as !== undefined && (
        <p className="import-problem">
          <Icon name="info" size={15} />
          <span>{t("import.sameAs")}</span>
        </p>
      )}
      {told?.file.problems.map((problem) => (
        <p key={`${problem.code}${problem.where}`} className="import-problem">
          <Icon name="info" size={15} />
          <span>{[problem.text, problem.where].filter(Boolean).join(" ")}</span>
        </p>
      ))}
    </>
  );
}

/** One file: what it was taken for, how its text begins, and whatever is said otherwise. */
export function ImportFile(props: Props) {
  const { entry, cases, onSay } = props;
  const { t, i18n } = useTranslation("collect");
  const { told } = entry;
  const number = new Intl.NumberFormat(i18n.language);
  const facts = told?.file.ok
    ? [
        t("import.letters", { count: told.file.length, n: number.format(told.file.length) }),
        t("import.blocks", { count: told.file.blocks }),
        told.timed > 0 && t("import.timed", { count: told.timed }),
        told.file.speakers.length > 0 &&
          t("import.speakers", { names: told.file.speakers.join(", ") }),
      ].filter(Boolean)
    : [];
  const isBusy = props.isBusy || told?.state === "written";
  return (
    <section className="import-file" aria-label={t("import.about", { name: entry.name })}>
      <h3 className="clip" dir="auto">
        {entry.name}
      </h3>
      {facts.length > 0 && <p className="muted import-facts">{facts.join(" · ")}</p>}
      <Trouble entry={entry} />
      {told?.state === "written" && told.file.source && (
        <p>
          <a href={`#/reduce/${told.file.source}`}>{t("import.read", { name: told.file.name })}</a>
        </p>
      )}
      {told && told.state !== "written" && (
        <>
          <Corrections key={entry.number} {...props} told={told} isBusy={isBusy} />
          <Speakers told={told} isBusy={isBusy} onSay={onSay} />
        </>
      )}
      <datalist id="import-cases">
        {cases.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {told?.beginning && (
        <label className="import-beginning">
          <span>{t("import.beginning")}</span>
          <textarea readOnly rows={14} dir="auto" value={told.beginning} />
        </label>
      )}
    </section>
  );
}
