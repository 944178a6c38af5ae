import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCodeList } from "../../api/codes";
import { useFindingWrites } from "../../api/findings";
import type { Study } from "../../api/types";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Select, TextField } from "../../components/Field";
import { CodesPicker } from "../display/CodesPicker";
import { KINDS, STATUSES, type Status } from "./board";

interface Props {
  questions: Study["questions"];
  question: string | null;
  /** The codes it is about at first. */
  codes?: readonly string[];
  /** Its kind at first. */
  kind?: (typeof KINDS)[number] | undefined;
  onAdded: (guid: string) => void;
  onClose: () => void;
}

const NO_QUESTION = "none";

/** A finding is begun with its sentence; all else may come later. */
export function NewFinding(props: Props) {
  const { questions, question, codes: first = [], kind: begun, onAdded, onClose } = props;
  const { t } = useTranslation("conclude");
  const codes = useCodeList();
  const { add } = useFindingWrites();
  const [statement, setStatement] = useState("");
  const [kind, setKind] = useState<(typeof KINDS)[number]>(begun ?? "description");
  const [status, setStatus] = useState<Status>("hunch");
  const [asked, setAsked] = useState(question ?? NO_QUESTION);
  const [about, setAbout] = useState<string[]>([...first]);
  const submit = () =>
    add.mutate(
      {
        statement: statement.trim(),
        kind,
        status,
        question: asked === NO_QUESTION ? null : asked,
        codes: about,
      },
      { onSuccess: ({ guid }) => onAdded(guid) },
    );
  return (
    <Dialog
      title={t("new.title")}
      isOpen
      unsaved={statement.trim() !== ""}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("new.cancel")}</Button>
          <Button
            look="primary"
            isDisabled={statement.trim() === ""}
            isPending={add.isPending}
            onPress={submit}
          >
            {t("new.add")}
          </Button>
        </>
      }
    >
      <TextField
        label={t("new.statement")}
        note={t("new.statementHint")}
        rows={3}
        autoFocus
        value={statement}
        onChange={setStatement}
        error={add.error ? t("finding.failed", { reason: add.error.message }) : ""}
      />
      <div className="fields-row">
        <Select
          label={t("kind.label")}
          choices={KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
        <Select
          label={t("status.label")}
          choices={STATUSES.map((id) => ({
            id,
            label: t(`status.${id}`),
            note: t(`statusAbout.${id}`),
          }))}
          value={status}
          onChange={setStatus}
        />
      </div>
      {questions.length > 0 && (
        <Select
          label={t("question.label")}
          choices={[
            { id: NO_QUESTION, label: t("question.none") },
            ...questions.map((one) => ({ id: one.guid, label: one.text })),
          ]}
          value={asked}
          onChange={setAsked}
        />
      )}
      <div>
        <CodesPicker
          label={t("new.codes")}
          codes={codes}
          chosen={about}
          none={t("new.noCodes")}
          onChange={setAbout}
        />
        <p className="field-note">{t("new.codesHint")}</p>
      </div>
    </Dialog>
  );
}
