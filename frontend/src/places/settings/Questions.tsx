import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Question, useQuestions } from "../../api/study-changes";
import type { Study } from "../../api/types";
import { Button, IconButton } from "../../components/Button";
import { Editable } from "../../components/Editable";
import { TextField } from "../../components/Field";
import { toastProblem } from "../../components/toasts";

/** What the study asks, in order: written over, moved, removed, added to. */
export function Questions({ study }: { study: Study }) {
  const { t } = useTranslation(["settings", "shell"]);
  const { add, change, remove } = useQuestions();
  const [text, setText] = useState("");
  const readOnly = Boolean(study.read_only);
  const onError = (error: unknown) =>
    toastProblem(error, t("questions.failed"), t("shell:offline.hint"));
  const move = (of: Question, by: number) =>
    change.mutate({ of, position: of.position + by }, { onError });
  return (
    <section aria-labelledby="settings-questions">
      <h2 id="settings-questions">{t("questions.title")}</h2>
      {study.questions.length === 0 && <p className="muted">{t("questions.none")}</p>}
      <ol className="questions">
        {study.questions.map((question, place) => (
          <li key={question.guid}>
            <Editable
              label={t("questions.number", { number: place + 1 })}
              value={question.text}
              readOnly={readOnly}
              required
              onSave={(words) => change.mutate({ of: question, text: words }, { onError })}
            />
            {!readOnly && (
              <span className="question-doings">
                <IconButton
                  icon="up"
                  label={t("questions.up", { text: question.text })}
                  isDisabled={place === 0}
                  onPress={() => move(question, -1)}
                />
                <IconButton
                  icon="down"
                  label={t("questions.down", { text: question.text })}
                  isDisabled={place === study.questions.length - 1}
                  onPress={() => move(question, 1)}
                />
                <IconButton
                  icon="trash"
                  label={t("questions.remove", { text: question.text })}
                  onPress={() => remove.mutate(question, { onError })}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <form
          className="question-new"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) add.mutate(text, { onSuccess: () => setText(""), onError });
          }}
        >
          <TextField label={t("questions.new")} value={text} onChange={setText} />
          <Button type="submit" isPending={add.isPending} isDisabled={text.trim() === ""}>
            {t("questions.add")}
          </Button>
        </form>
      )}
    </section>
  );
}
