import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useUndoing } from "../app/undoing";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import { toast, toastProblem } from "./toasts";
import "./happened-dialog.css";

interface Props {
  title: string;
  /** What is said once it was removed. */
  removed: string;
  /** It may be saved. */
  isNamed: boolean;
  /** It holds words that are kept nowhere else. */
  isTyped: boolean;
  onKeep: () => Promise<unknown>;
  onRemove: (() => Promise<unknown>) | null;
  onClose: () => void;
  children: ReactNode;
}

/** The form of an event or a state. */
export function HappenedDialog(props: Props) {
  const { title, removed, isNamed, isTyped, onKeep, onRemove, onClose, children } = props;
  const { t } = useTranslation(["happened", "shell"]);
  const [isKeeping, setKeeping] = useState(false);
  const { undo } = useUndoing();
  const onError = (error: unknown) => toastProblem(error, t("notSaved"), t("shell:offline.hint"));
  const keep = () => {
    if (!isTyped && onRemove) {
      onClose();
      return;
    }
    setKeeping(true);
    onKeep()
      .then(onClose, onError)
      .finally(() => setKeeping(false));
  };
  const drop = () =>
    onRemove?.().then(() => {
      toast(removed, { doing: { label: t("shell:undo.undo"), act: undo } });
      onClose();
    }, onError);
  return (
    <Dialog
      title={title}
      isOpen
      unsaved={isTyped}
      onClose={onClose}
      width="34rem"
      footer={
        <>
          {onRemove && (
            <Button look="quiet" icon="trash" writes onPress={() => void drop()}>
              {t("remove")}
            </Button>
          )}
          <span className="push" />
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button look="primary" writes isDisabled={!isNamed} isPending={isKeeping} onPress={keep}>
            {t("save")}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
