import { useTranslation } from "react-i18next";
import { CHECKLIST_FORMATS, type ChecklistName, checklistFile } from "../../api/checklists";
import { useStudyId } from "../../api/study";
import { FileMenu } from "../../components/FileMenu";

/** The checklist as a file. */
export function Exports({ of }: { of: ChecklistName }) {
  const { t } = useTranslation("quality");
  const study = useStudyId();
  return (
    <FileMenu
      label={t("export.title")}
      files={CHECKLIST_FORMATS.map((id) => ({ id, label: t(`export.${id}`) }))}
      file={(kind) => ({ address: checklistFile(study, of, kind), name: `${of}.${kind}` })}
      done={(file) => t("export.done", { file })}
      failed={t("export.failed")}
      look="primary"
    />
  );
}
