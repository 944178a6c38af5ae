import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ROUNDS_FORMATS, type RoundsFormat, roundsFile } from "../../../api/rounds";
import { useStudyId } from "../../../api/study";
import { Button } from "../../../components/Button";
import { Menu } from "../../../components/Menu";
import { toast, toastProblem } from "../../../components/toasts";
import { download } from "../../../lib/download";

/** The rounds over time as a file, as it may leave the study. */
export function Exports() {
  const { t } = useTranslation(["rounds", "shell"]);
  const study = useStudyId();
  const [isPending, setPending] = useState(false);
  const get = async (format: RoundsFormat) => {
    setPending(true);
    try {
      const file = await download(roundsFile(study, format), `rounds.${format}`);
      toast(t("export.done", { file }), { tone: "good" });
    } catch (error) {
      toastProblem(error, t("export.failed"), t("shell:offline.hint"));
    }
    setPending(false);
  };
  return (
    <Menu
      label={t("export.title")}
      placement="bottom end"
      lines={ROUNDS_FORMATS.map((format) => ({
        id: format,
        label: t(`export.${format}`),
        onAction: () => void get(format),
      }))}
    >
      <Button icon="export" isPending={isPending}>
        {t("export.title")}
      </Button>
    </Menu>
  );
}
