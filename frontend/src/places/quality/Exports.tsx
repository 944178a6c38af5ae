import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  CHECKLIST_FORMATS,
  type ChecklistFormat,
  type ChecklistName,
  checklistFile,
} from "../../api/checklists";
import { useStudyId } from "../../api/study";
import { Button } from "../../components/Button";
import { Menu } from "../../components/Menu";
import { toast, toastProblem } from "../../components/toasts";
import { download } from "../../lib/download";

/** The checklist as a file, as it may leave the study. */
export function Exports({ of }: { of: ChecklistName }) {
  const { t } = useTranslation(["quality", "shell"]);
  const study = useStudyId();
  const [isPending, setPending] = useState(false);
  const get = async (format: ChecklistFormat) => {
    setPending(true);
    try {
      const file = await download(checklistFile(study, of, format), `${of}.${format}`);
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
      lines={CHECKLIST_FORMATS.map((format) => ({
        id: format,
        label: t(`export.${format}`),
        onAction: () => void get(format),
      }))}
    >
      <Button look="primary" icon="export" isPending={isPending}>
        {t("export.title")}
      </Button>
    </Menu>
  );
}
