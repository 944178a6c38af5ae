import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Remark, type Target, useRemarkDoings, useRemarks } from "../api/remarks";
import { useStudy } from "../api/study";
import { useUndoing } from "../app/undoing";
import { dated } from "../lib/dates";
import { Badge } from "./Bits";
import { Button, IconButton } from "./Button";
import { Editable } from "./Editable";
import { TextField } from "./Field";
import { toast, toastProblem } from "./toasts";
import "./remarks.css";

/** What is said where something could not be written. */
function useFailed() {
  const { t } = useTranslation(["remarks", "shell"]);
  return (error: unknown) => toastProblem(error, t("failed"), t("shell:offline.hint"));
}

/** One remark: who made it, what it says, what was answered, and whether it is settled. */
export function RemarkCard({ remark }: { remark: Remark }) {
  const { t } = useTranslation(["remarks", "shell"]);
  const { data: study } = useStudy();
  const { change, remove } = useRemarkDoings();
  const { undo } = useUndoing();
  const onError = useFailed();
  const isCopy = Boolean(study?.copy_of);
  const save = (patch: Partial<Remark>) =>
    change.mutate({ guid: remark.guid, ...patch }, { onError });
  const discard = () =>
    remove.mutate(remark.guid, {
      onSuccess: () => toast(t("removed"), { doing: { label: t("shell:undo.undo"), act: undo } }),
      onError,
    });
  return (
    <article className="remark" data-settled={remark.settled || undefined}>
      <header>
        <b dir="auto">{remark.who}</b> <span className="muted">{dated(remark.created)}</span>
        {remark.settled && (
          <Badge tone="good" icon="check">
            {t("settled")}
          </Badge>
        )}
        {remark.changed && (
          <Badge tone="warn" icon="warning">
            {t("changed")}
          </Badge>
        )}
        <span className="remark-doings">
          {!isCopy && (
            <Button small look="quiet" writes onPress={() => save({ settled: !remark.settled })}>
              {t(remark.settled ? "unsettle" : "settle")}
            </Button>
          )}
          <IconButton
            icon="trash"
            size={16}
            label={t("remove", { who: remark.who })}
            onPress={discard}
          />
        </span>
      </header>
      <p className="remark-text" dir="auto">
        {remark.text}
      </p>
      {(!isCopy || remark.answer !== "") && (
        <div className="remark-answer">
          <Editable
            label={t("answer")}
            placeholder={isCopy ? "" : t("noAnswer")}
            value={remark.answer}
            readOnly={isCopy}
            onSave={(answer) => save({ answer })}
          />
        </div>
      )}
    </article>
  );
}

interface Props {
  kind: Target;
  guid: string;
  /** The words it is put beside, where those are not all that the thing says. */
  passage?: string;
  /** Nothing is shown while there is no remark, but in an auditor's copy. */
  quiet?: boolean;
}

/** The remarks on something, and the way to make one. */
export function RemarksOf({ kind, guid, passage = "", quiet }: Props) {
  const { t } = useTranslation(["remarks", "shell"]);
  const { data: study } = useStudy();
  const { data = [] } = useRemarks();
  const { add } = useRemarkDoings();
  const onError = useFailed();
  const [text, setText] = useState<string | null>(null);
  const own = data.filter(
    ({ target, about }) => target === guid || (kind === "source" && about?.source === guid),
  );
  if (quiet && own.length === 0 && !study?.copy_of) return null;
  const keep = () =>
    add.mutate(
      { target_kind: kind, target: guid, passage, text: text ?? "", who: "" },
      { onSuccess: () => setText(null), onError },
    );
  return (
    <div className="remarks-of">
      {own.map((remark) => (
        <RemarkCard key={remark.guid} remark={remark} />
      ))}
      {text === null ? (
        <Button small look="quiet" icon="memo" onPress={() => setText("")}>
          {t("add")}
        </Button>
      ) : (
        <div className="remark-new">
          <TextField autoFocus label={t("new")} rows={2} value={text} onChange={setText} />
          <p>
            <Button
              small
              look="primary"
              isDisabled={text.trim() === ""}
              isPending={add.isPending}
              onPress={keep}
            >
              {t("keep")}
            </Button>
            <Button small onPress={() => setText(null)}>
              {t("shell:cancel")}
            </Button>
          </p>
        </div>
      )}
    </div>
  );
}
