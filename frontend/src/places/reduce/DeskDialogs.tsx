import { memo, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { lasting } from "../../api/lasting";
import { useAddMemo } from "../../api/memos";
import type { SourceText } from "../../api/types";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { TextField } from "../../components/Field";
import { MarkdownEditor } from "../../components/MarkdownEditor";
import { toast, toastProblem } from "../../components/toasts";
import { blockNumbered } from "./cite";
import { type DeskDialog, useDesk } from "./desk";
import { titleOf } from "./memo-title";
import "./desk-dialogs.css";

const close = () => {
  useDesk.setState({ dialog: null });
  useDesk.getState().reader?.focus();
};

function Memo({ about, quote }: Extract<DeskDialog, { kind: "memo" }>) {
  const { t } = useTranslation(["reduce", "shell"]);
  const add = useAddMemo();
  const [body, setBody] = useState("");
  const save = () => {
    if (body.trim() === "") return;
    lasting(
      add,
      { title: titleOf(body), body: body.trim(), about: [about] },
      {
        onSuccess: () => {
          toast(t("memo.saved"), { tone: "good" });
          close();
        },
        onError: (error) => toastProblem(error, t("memo.failed"), t("shell:offline.hint")),
      },
    );
  };
  return (
    <Dialog
      title={t(about.kind === "source" ? "memo.ofSource" : "memo.ofCoding")}
      isOpen
      unsaved={body.trim() !== ""}
      onClose={close}
      footer={
        <>
          <span className="muted footer-hint">Ctrl Enter</span>
          <Button onPress={close}>{t("shell:cancel")}</Button>
          <Button
            look="primary"
            isDisabled={body.trim() === ""}
            isPending={add.isPending}
            onPress={save}
          >
            {t("memo.save")}
          </Button>
        </>
      }
    >
      {quote && <blockquote className="quoted">{quote}</blockquote>}
      <MarkdownEditor
        label={t("memo.label")}
        rows={6}
        autoFocus
        value={body}
        onChange={setBody}
        onSave={save}
      />
    </Dialog>
  );
}

/** Goes to a block by the number it is cited with. */
function ToBlock({ text }: { text: SourceText }) {
  const { t } = useTranslation(["desk", "shell"]);
  const [written, setWritten] = useState("");
  const span = blockNumbered(text, Number(written));
  const go = () => {
    const { reader } = useDesk.getState();
    if (!span || !reader) return;
    // At once, so that the next key is meant for this block and no other.
    flushSync(() => useDesk.setState({ dialog: null, picked: null, point: null, current: null }));
    reader.setSelection({ start: span.start, end: span.start });
    reader.focus();
    void reader.goTo(span, { align: "start", flash: true });
  };
  return (
    <Dialog
      title={t("block.title")}
      isOpen
      onClose={close}
      width="22rem"
      footer={
        <>
          <Button onPress={close}>{t("shell:cancel")}</Button>
          <Button look="primary" isDisabled={!span} onPress={go}>
            {t("block.go")}
          </Button>
        </>
      }
    >
      <TextField
        label={t("block.label")}
        inputMode="numeric"
        autoFocus
        value={written}
        onChange={setWritten}
        {...(written !== "" && !span && { error: t("block.none") })}
        onKeyDown={(event) => event.key === "Enter" && go()}
      />
    </Dialog>
  );
}

/** What is open over the desk. */
export const DeskDialogs = memo(function DeskDialogs({ text }: { text: SourceText }) {
  const dialog = useDesk((desk) => desk.dialog);
  if (!dialog) return null;
  if (dialog.kind === "block") return <ToBlock text={text} />;
  return <Memo {...dialog} />;
});
