import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRemarkDoings } from "../api/remarks";
import type { NotedWords } from "../app/noting";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { TextField } from "./Field";
import { toast } from "./toasts";

/** A remark on words, made where they are read. */
export function RemarkDialog({ words, onClose }: { words: NotedWords; onClose: () => void }) {
  const { t } = useTranslation(["remarks", "shell"]);
  const { add } = useRemarkDoings();
  const [text, setText] = useState("");
  const { source: target, start, end, quote: passage } = words;
  const keep = () =>
    add.mutate(
      { target_kind: "source", target, start, end, passage, text, who: "" },
      {
        onSuccess: () => {
          onClose();
          toast(t("made"), { tone: "good" });
        },
      },
    );
  return (
    <Dialog
      title={t("onWords")}
      isOpen
      unsaved={text.trim() !== ""}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button
            look="primary"
            isDisabled={text.trim() === ""}
            isPending={add.isPending}
            onPress={keep}
          >
            {t("keep")}
          </Button>
        </>
      }
    >
      <blockquote className="happened-words" dir="auto">
        {words.quote}
      </blockquote>
      <TextField
        label={t("new")}
        rows={3}
        autoFocus
        value={text}
        onChange={setText}
        {...(add.error && { error: add.error.message })}
      />
    </Dialog>
  );
}
