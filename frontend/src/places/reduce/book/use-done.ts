import { useTranslation } from "react-i18next";
import { run } from "../../../commands/registry";
import { toast, toastProblem } from "../../../components/toasts";
import { tell } from "./shelf";

/** Words for what was done to the codebook, with the way back, and for what was refused. */
export function useDone() {
  const { t } = useTranslation(["reduce", "shell"]);
  return {
    done: (text: string) => {
      tell(text);
      toast(text, { doing: { label: t("shell:undo.undo"), act: () => run("everywhere.undo") } });
    },
    onError: (error: unknown) => toastProblem(error, t("failed.change"), t("shell:offline.hint")),
  };
}
