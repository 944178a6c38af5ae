import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Project } from "../../api/types";
import { Button } from "../../components/Button";
import { ExchangeReport } from "../../components/ExchangeReport";
import { Select, TextField } from "../../components/Field";
import { Fold } from "../../components/Fold";
import { Icon } from "../../components/Icon";
import { readAnew, stop, useComing, wordsOf } from "./coming";
import "./projects.css";

type Question = Project["questions"][number];

function Asked({
  question,
  value,
  onAnswer,
}: {
  question: Question;
  value: string;
  onAnswer: (value: string) => void;
}) {
  const { t } = useTranslation("exchange");
  if (question.answers.length === 0) {
    return <TextField label={question.text} value={value} onChange={onAnswer} />;
  }
  return (
    <Select
      label={question.text}
      choices={[
        { id: "auto", label: t("ask.auto") },
        ...question.answers.map((one) => ({ id: one.value, label: one.text })),
      ]}
      value={value || "auto"}
      onChange={(chosen) => onAnswer(chosen === "auto" ? "" : chosen)}
    />
  );
}

/** What the format leaves open: answered, and the project is read anew. */
function Questions({ told }: { told: Project }) {
  const { t } = useTranslation("exchange");
  const before = Object.fromEntries(told.questions.map((one) => [one.name, one.answer]));
  const [answers, setAnswers] = useState<Record<string, string>>(before);
  const given = Object.fromEntries(
    Object.entries(answers).flatMap(([name, value]) =>
      value.trim() ? [[name, value.trim()]] : [],
    ),
  );
  return (
    <form
      className="project-asked"
      onSubmit={(event) => {
        event.preventDefault();
        void readAnew(given);
      }}
    >
      <p className="muted">{t("ask.about")}</p>
      {told.questions.map((one) => (
        <Asked
          key={one.name}
          question={one}
          value={answers[one.name] ?? ""}
          onAnswer={(value) => setAnswers({ ...answers, [one.name]: value })}
        />
      ))}
      <Button type="submit">{t("ask.again")}</Button>
    </form>
  );
}

/** How far it is while it is sent or read. */
function Under() {
  const { t, i18n } = useTranslation("exchange");
  const { told, sent, size } = useComing();
  const labelled = useId();
  const n = new Intl.NumberFormat(i18n.language);
  const soFar = (told?.so_far ?? []).map((one) => `${n.format(one.read)} ${one.what}`).join(" · ");
  return (
    <div className="project-under" role="status">
      <span id={labelled}>{t(told ? "reading" : "sending")}</span>
      {told ? (
        <progress aria-labelledby={labelled} />
      ) : (
        <progress aria-labelledby={labelled} max={size || 1} value={sent} />
      )}
      <span className="muted">{soFar}</span>
      <Button icon="close" onPress={stop}>
        {t("stop")}
      </Button>
    </div>
  );
}

function Failed({ children }: { children: ReactNode }) {
  return (
    <p className="project-failed" role="alert">
      <Icon name="warning" size={18} /> <span>{children}</span>
    </p>
  );
}

/** What came of it, or what stood in the way. */
function Came({ told }: { told: Project }) {
  const { t } = useTranslation("exchange");
  const { report, problem } = told;
  return (
    <>
      {told.state === "stopped" && <p role="status">{t("stopped")}</p>}
      {problem && <Failed>{`${problem.message} ${problem.hint}`.trim()}</Failed>}
      {report && (
        <>
          <p role="status">
            {told.study
              ? t(told.seq === null ? "nothing" : "into")
              : t("made", { title: told.title, path: told.path })}
          </p>
          <ExchangeReport report={report} way={told.study ? "into" : "new"} />
        </>
      )}
      {told.questions.length > 0 &&
        (problem ? (
          <Questions key={told.state} told={told} />
        ) : (
          <Fold className="project-questions" title={t("ask.title")}>
            <Questions told={told} />
          </Fold>
        ))}
    </>
  );
}

/** A project of another program on its way in: how far it is, then what came of it. */
export function ProjectComing() {
  const { t } = useTranslation(["exchange", "shell"]);
  const { told, trouble } = useComing();
  const isUnder = trouble === null && (!told || told.state === "reading");
  return (
    <div className="project-coming">
      {told?.format && <p className="muted">{told.format}</p>}
      {trouble !== null && <Failed>{wordsOf(trouble) ?? t("shell:offline.hint")}</Failed>}
      {isUnder ? <Under /> : told && <Came told={told} />}
    </div>
  );
}
