import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Texts, useCopy } from "../../api/remarks";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Segmented } from "../../components/Segmented";
import { toast, toastProblem } from "../../components/toasts";

const TEXTS: readonly Texts[] = ["whole", "evidence"];

/** What of the material an auditor may read; then the copy is written. */
export function CopyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["audit", "shell"]);
  const [texts, setTexts] = useState<Texts>("whole");
  const copy = useCopy();
  const write = () =>
    copy.mutate(texts, {
      onSuccess: () => {
        onClose();
        toast(t("taken", { file: "copy.jejak" }), { tone: "good" });
      },
      onError: (error) => toastProblem(error, t("copy.failed"), t("shell:offline.hint")),
    });
  return (
    <Dialog
      title={t("copy.title")}
      isOpen
      onClose={onClose}
      width="34rem"
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button look="primary" isPending={copy.isPending} onPress={write}>
            {t("copy.write")}
          </Button>
        </>
      }
    >
      <p>{t("copy.lead")}</p>
      <Segmented
        label={t("copy.texts.label")}
        choices={TEXTS.map((id) => ({ id, label: t(`copy.texts.${id}`) }))}
        value={texts}
        onChange={setTexts}
      />
      <p className="muted">{t(`copy.note.${texts}`)}</p>
      <p>{t("copy.read")}</p>
    </Dialog>
  );
}
