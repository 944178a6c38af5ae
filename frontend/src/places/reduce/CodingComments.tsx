import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isStale } from "../../api/codings";
import { lasting } from "../../api/lasting";
import { useAddMemo, useChangeMemo, useMemos, useRemoveMemo } from "../../api/memos";
import type { Memo } from "../../api/types";
import { useUndoing } from "../../app/undoing";
import { Button, IconButton } from "../../components/Button";
import { Markdown } from "../../components/Markdown";
import { MarkdownEditor } from "../../components/MarkdownEditor";
import { toast, toastProblem } from "../../components/toasts";
import { titleOf } from "./memo-title";

interface WritingProps {
  label: string;
  text: string;
  onText: (text: string) => void;
  onSave: () => void;
  onLeave: () => void;
  isPending: boolean;
}

function Writing({ label, text, onText, onSave, onLeave, isPending }: WritingProps) {
  const { t } = useTranslation(["desk", "shell"]);
  return (
    <div className="coding-writing">
      <MarkdownEditor
        label={label}
        rows={3}
        autoFocus
        value={text}
        onChange={onText}
        onSave={onSave}
        onEscape={() => text.trim() === "" && onLeave()}
      />
      <div>
        <Button small look="primary" isPending={isPending} onPress={onSave}>
          {t("comment.save")}
        </Button>
        <Button small onPress={onLeave}>
          {t("shell:cancel")}
        </Button>
      </div>
    </div>
  );
}

/** One comment: read, written over, taken away. */
function Comment({ memo }: { memo: Memo }) {
  const { t } = useTranslation(["desk", "shell"]);
  const change = useChangeMemo();
  const remove = useRemoveMemo();
  const { undo } = useUndoing();
  /** What is written, and the revision it was begun from. */
  const [draft, setDraft] = useState<{ text: string; from: Memo } | null>(null);
  const failed = (error: unknown) =>
    toastProblem(error, t("comment.failed"), t("shell:offline.hint"));
  const isContested = draft !== null && draft.from.body !== memo.body;
  const save = (over: Memo) => {
    if (!draft || draft.text.trim() === "") return;
    lasting(
      change,
      { memo: over, title: titleOf(draft.text), body: draft.text.trim() },
      {
        onSuccess: () => setDraft(null),
        // The other text comes in beside this one.
        onError: (error) => !isStale(error) && failed(error),
      },
    );
  };
  if (draft) {
    return (
      <>
        {isContested && (
          <div className="contested" role="alert">
            <p>{t("shell:contested.changed", { value: memo.body })}</p>
            <Button small onPress={() => save(memo)}>
              {t("shell:contested.keep")}
            </Button>
            <Button small onPress={() => setDraft(null)}>
              {t("shell:contested.take")}
            </Button>
          </div>
        )}
        <Writing
          label={t("comment.label")}
          text={draft.text}
          onText={(text) => setDraft({ ...draft, text })}
          onSave={() => save(draft.from)}
          onLeave={() => setDraft(null)}
          isPending={change.isPending}
        />
      </>
    );
  }
  return (
    <div className="coding-memo">
      <Markdown text={memo.body} />
      <footer>
        <small className="muted">{memo.author}</small>
        <span className="push" />
        <IconButton
          icon="edit"
          writes
          size={15}
          label={t("comment.edit")}
          onPress={() => setDraft({ text: memo.body, from: memo })}
        />
        <IconButton
          icon="trash"
          writes
          size={15}
          label={t("comment.remove")}
          onPress={() =>
            lasting(remove, memo, {
              onSuccess: () =>
                toast(t("comment.removed"), {
                  doing: { label: t("shell:undo.undo"), act: undo },
                }),
              onError: failed,
            })
          }
        />
      </footer>
    </div>
  );
}

interface Props {
  coding: string;
  /** A new one is begun at once. */
  begins: boolean;
}

/** What was noted about a coding, and one more. */
export function CodingComments({ coding, begins }: Props) {
  const { t } = useTranslation(["desk", "shell"]);
  const isNew = coding.startsWith("new-");
  const { data: memos } = useMemos(isNew ? null : coding);
  const add = useAddMemo();
  const [text, setText] = useState<string | null>(begins ? "" : null);
  if (isNew) return null;
  const save = () => {
    if (text === null || text.trim() === "") return;
    lasting(
      add,
      {
        title: titleOf(text),
        body: text.trim(),
        kind: "jotting",
        about: [{ kind: "coding", guid: coding }],
      },
      {
        onSuccess: () => setText(null),
        onError: (error) => toastProblem(error, t("comment.failed"), t("shell:offline.hint")),
      },
    );
  };
  return (
    <div className="coding-comments">
      {memos?.map((memo) => (
        <Comment key={memo.guid} memo={memo} />
      ))}
      {text === null ? (
        <Button small look="quiet" icon="memo" writes onPress={() => setText("")}>
          {t("comment.add")}
        </Button>
      ) : (
        <Writing
          label={t("comment.label")}
          text={text}
          onText={setText}
          onSave={save}
          onLeave={() => setText(null)}
          isPending={add.isPending}
        />
      )}
    </div>
  );
}
