/** Undo and redo, with words about what they did. */

import { useTranslation } from "react-i18next";
import { lasting } from "../api/lasting";
import { useStep } from "../api/study";
import { toast, toastProblem } from "../components/toasts";

export function useUndoing() {
  const { t } = useTranslation("shell");
  const undo = useStep("undo");
  const redo = useStep("redo");
  const onError = (error: unknown) => toastProblem(error, t("undo.failed"), t("offline.hint"));
  return {
    undo: () =>
      lasting(undo, undefined, {
        onSuccess: ({ text }) => toast(t("undo.undone"), { more: text }),
        onError,
      }),
    redo: () =>
      lasting(redo, undefined, {
        onSuccess: ({ text }) => toast(t("undo.redone"), { more: text }),
        onError,
      }),
  };
}
