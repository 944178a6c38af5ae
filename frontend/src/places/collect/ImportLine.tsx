import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../components/Bits";
import { Checkbox, Select } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { Spinner } from "../../components/Spinner";
import type { Correction, Line } from "./importing";
import { ENCODINGS, KINDS, LANGUAGE_CODES, useKinds, useLanguages } from "./words";

interface Props {
  line: Line;
  cases: readonly string[];
  onCorrect: (more: Partial<Correction>) => void;
  onTake: (isTaken: boolean) => void;
}

function bytesText(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 1_000_000 ? [bytes / 1000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const options = { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language, options).format(value);
}

/** What was recognised, where the person may say otherwise. */
function Corrections({ line, cases, onCorrect }: Omit<Props, "onTake">) {
  const { t } = useTranslation("collect");
  const kinds = useKinds();
  const languages = useLanguages();
  const { seen, correction } = line;
  if (!seen) return null;
  const found = (value: string | null) => value || t("import.unknown");
  return (
    <div className="import-corrections">
      <Select
        label={t("columns.kind")}
        choices={KINDS.map((id) => ({ id, label: kinds[id] }))}
        value={(correction.kind || seen.kind) as (typeof KINDS)[number]}
        onChange={(kind) => onCorrect({ kind })}
      />
      <Select
        label={t("columns.case")}
        choices={[
          { id: "-", label: t("import.noCase") },
          ...cases.map((id) => ({ id, label: id })),
        ]}
        value={correction.case || "-"}
        onChange={(one) => onCorrect({ case: one === "-" ? "" : one })}
      />
      <Select
        label={t("columns.language")}
        choices={[
          { id: "-", label: t("import.recognised", { what: languages(seen.language) }) },
          ...LANGUAGE_CODES.map((id) => ({ id, label: languages(id) })),
        ]}
        value={correction.language || "-"}
        onChange={(language) => onCorrect({ language: language === "-" ? "" : language })}
      />
      {seen.encoding && (
        <Select
          label={t("import.encoding")}
          choices={[
            { id: "-", label: t("import.recognised", { what: found(seen.encoding) }) },
            ...ENCODINGS.map((id) => ({ id, label: id })),
          ]}
          value={correction.encoding || "-"}
          onChange={(encoding) => onCorrect({ encoding: encoding === "-" ? "" : encoding })}
        />
      )}
    </div>
  );
}

function Facts({ line }: { line: Line }) {
  const { t, i18n } = useTranslation("collect");
  const { seen, file } = line;
  const number = new Intl.NumberFormat(i18n.language);
  const facts = [bytesText(file.size, i18n.language)];
  if (seen?.ok) {
    facts.push(t("import.letters", { count: seen.length, n: number.format(seen.length) }));
    facts.push(t("import.blocks", { count: seen.blocks }));
    if (seen.speakers.length > 0)
      facts.push(t("import.speakers", { names: seen.speakers.join(", ") }));
  }
  return <p className="muted import-facts">{facts.join(" · ")}</p>;
}

function Said({ line }: { line: Line }) {
  const { t } = useTranslation("collect");
  const { seen, state } = line;
  return (
    <>
      {state === "failed" && (
        <p className="import-error">
          <Icon name="warning" size={15} />
          {seen ? [seen.error, seen.hint].filter(Boolean).join(" ") : t("import.notLooked")}
        </p>
      )}
      {seen?.duplicate_of && (
        <p className="import-problem">
          <Icon name="info" size={15} />
          {t("import.duplicate", { name: seen.duplicate_of })}
        </p>
      )}
      {seen?.problems.map((problem) => (
        <p key={`${problem.code}${problem.where}`} className="import-problem">
          <Icon name="info" size={15} />
          {[problem.text, problem.where].filter(Boolean).join(" ")}
        </p>
      ))}
    </>
  );
}

/** One file: what it is, what is said about it, and whether it comes in. */
export const ImportLine = memo(function ImportLine({ line, cases, onCorrect, onTake }: Props) {
  const { t } = useTranslation("collect");
  const { seen, state, file } = line;
  const isBusy = state === "looking" || state === "writing";
  return (
    <li className={`import-line ${state}`}>
      <div className="import-take">
        {isBusy && <Spinner size={17} />}
        {state === "ready" && (
          <Checkbox
            aria-label={t("import.take", { name: file.name })}
            isSelected={line.isTaken}
            onChange={onTake}
          />
        )}
        {state === "done" && <Icon name="check" />}
        {state === "failed" && <Icon name="warning" />}
      </div>
      <div className="import-what">
        <p className="import-name">
          <strong className="clip">{file.name}</strong>
          {seen?.format && <Badge>{seen.format}</Badge>}
          {state === "done" && <Badge tone="good">{t("import.isIn")}</Badge>}
          {state === "failed" && <Badge tone="danger">{t("import.isOut")}</Badge>}
        </p>
        <Facts line={line} />
        <Said line={line} />
      </div>
      {state === "ready" && line.isTaken && (
        <Corrections line={line} cases={cases} onCorrect={onCorrect} />
      )}
    </li>
  );
});
