import { useTranslation } from "react-i18next";
import { useCodeList } from "../../api/codes";
import type { Evidence, Finding } from "../../api/findings";
import type { Study } from "../../api/types";
import { Editable } from "../../components/Editable";
import { Select } from "../../components/Field";
import { CodesPicker } from "../display/CodesPicker";
import { CONFIDENCES, KINDS, STATUSES, type Status, silentCases } from "./board";
import { useSaveFinding } from "./saving";

interface Props {
  finding: Finding;
  evidence: readonly Evidence[] | undefined;
  questions: Study["questions"];
  readOnly: boolean;
}

const NONE = "none";

/** The cases a finding speaks of; those nobody was heard from are named as silent. */
function Scope({ finding, evidence }: Pick<Props, "finding" | "evidence">) {
  const { t } = useTranslation("conclude");
  const silent = evidence ? silentCases(finding.scope_cases, evidence) : new Set<string>();
  if (finding.scope_cases.length === 0) {
    return <p className="field-note">{t("finding.noScope")}</p>;
  }
  return (
    <ul className="scope">
      {finding.scope_cases.map((one) => (
        <li
          key={one.guid}
          data-silent={silent.has(one.name) || undefined}
          title={silent.has(one.name) ? t("finding.silentAbout") : undefined}
        >
          {one.name}
          {silent.has(one.name) && <em>{t("finding.silent")}</em>}
        </li>
      ))}
    </ul>
  );
}

/** How firm a finding is, how sure one is of it, and what kind it is. */
export function Standing({ finding, readOnly }: Pick<Props, "finding" | "readOnly">) {
  const { t } = useTranslation("conclude");
  const save = useSaveFinding(finding);
  return (
    <div className="fields-row standing">
      <Select
        label={t("status.label")}
        disabled={readOnly}
        choices={STATUSES.map((id) => ({
          id,
          label: t(`status.${id}`),
          note: t(`statusAbout.${id}`),
        }))}
        value={finding.status as Status}
        onChange={(status) => save({ status })}
      />
      <Select
        label={t("confidence.label")}
        disabled={readOnly}
        choices={[
          { id: NONE, label: t("confidence.none") },
          ...CONFIDENCES.map((id) => ({ id, label: t(`confidence.${id}`) })),
        ]}
        value={finding.confidence ?? NONE}
        onChange={(id) => save({ confidence: id === NONE ? null : id })}
      />
      <Select
        label={t("kind.label")}
        disabled={readOnly}
        choices={KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
        value={finding.kind as (typeof KINDS)[number]}
        onChange={(kind) => save({ kind })}
      />
    </div>
  );
}

/** What a finding answers, what it speaks of, and what else could explain it. */
export function About({ finding, evidence, questions, readOnly }: Props) {
  const { t } = useTranslation("conclude");
  const codes = useCodeList();
  const save = useSaveFinding(finding);
  return (
    <section className="finding-about" aria-labelledby="finding-about">
      <h2 id="finding-about">{t("finding.about")}</h2>
      {questions.length > 0 && (
        <Select
          label={t("question.label")}
          disabled={readOnly}
          choices={[
            { id: NONE, label: t("question.none") },
            ...questions.map((one) => ({ id: one.guid, label: one.text })),
          ]}
          value={finding.question ?? NONE}
          onChange={(id) => save({ question: id === NONE ? null : id })}
        />
      )}
      <CodesPicker
        label={t("finding.codes")}
        codes={codes}
        chosen={finding.codes.map((code) => code.guid)}
        none={t("new.noCodes")}
        readOnly={readOnly}
        onChange={(chosen) => save({ codes: chosen })}
      />
      <div className="field">
        <Editable
          label={t("finding.scope")}
          note={t("finding.scopeHint")}
          value={finding.scope}
          readOnly={readOnly}
          onSave={(scope) => save({ scope })}
        />
        <Scope finding={finding} evidence={evidence} />
      </div>
      <Editable
        label={t("finding.rival")}
        note={t("finding.rivalHint")}
        value={finding.rival}
        readOnly={readOnly}
        onSave={(rival) => save({ rival })}
      />
    </section>
  );
}
