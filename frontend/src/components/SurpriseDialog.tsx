import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFindings } from "../api/findings";
import { shownBy } from "../api/happenings";
import { useRecordWrites } from "../api/records";
import { goTo } from "../app/hash";
import type { NotedWords } from "../app/noting";
import { recentFirst, useRecentFindings } from "../app/weighing";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { Select, TextField } from "./Field";
import { toast } from "./toasts";

interface Props {
  words: NotedWords;
  onClose: () => void;
}

/** Words that went against expectation, put on record of a finding without leaving the text. */
export function SurpriseDialog({ words, onClose }: Props) {
  const { t } = useTranslation(["tested", "conclude", "evidence", "shell"]);
  const { data: findings } = useFindings();
  const recent = useRecentFindings((one) => one.findings);
  const ordered = recentFirst(findings ?? [], recent);
  const [chosen, setChosen] = useState<string | null>(null);
  const [expectation, setExpectation] = useState("");
  const [theory, setTheory] = useState("");
  const [sought, setSought] = useState("");
  const finding = ordered.find(({ guid }) => guid === chosen) ?? ordered[0];
  const { add } = useRecordWrites(finding?.guid ?? "");
  const keep = () => {
    if (!finding) return;
    const values = { expectation, theory, sought, words: [shownBy(words)] };
    add.mutate(
      { kind: "surprise", values },
      {
        onSuccess: () => {
          useRecentFindings.getState().use(finding.guid);
          onClose();
          toast(t("surprise.kept", { label: finding.label }), {
            tone: "good",
            doing: {
              label: t("evidence:open", { label: finding.label }),
              act: () => goTo(`/conclude/${finding.guid}`),
            },
          });
        },
      },
    );
  };
  return (
    <Dialog
      title={t("surprise.title")}
      isOpen
      unsaved={expectation.trim() !== ""}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button
            look="primary"
            writes
            isDisabled={!finding || expectation.trim() === ""}
            isPending={add.isPending}
            onPress={keep}
          >
            {t("surprise.keep")}
          </Button>
        </>
      }
    >
      <p className="muted">{t("surprise.found")}</p>
      <blockquote className="happened-words" dir="auto">
        {words.quote}
      </blockquote>
      {findings?.length === 0 ? (
        <p role="alert">
          {t("evidence:none")}{" "}
          <button
            type="button"
            className="link"
            onClick={() => {
              onClose();
              goTo("/conclude?new");
            }}
          >
            {t("evidence:make")}
          </button>
        </p>
      ) : (
        <Select
          label={t("surprise.against")}
          choices={ordered.map(({ guid, label, statement }) => ({
            id: guid,
            label: `${label}: ${statement}`,
          }))}
          value={finding?.guid ?? null}
          onChange={setChosen}
        />
      )}
      <TextField
        label={t("fields.expectation")}
        rows={2}
        autoFocus
        value={expectation}
        onChange={setExpectation}
        {...(add.error && { error: add.error.message })}
      />
      <TextField label={t("fields.theory")} rows={2} value={theory} onChange={setTheory} />
      <TextField label={t("fields.sought")} rows={2} value={sought} onChange={setSought} />
    </Dialog>
  );
}
