import { useTranslation } from "react-i18next";
import { ROUNDS_FORMATS, roundsFile } from "../../../api/rounds";
import { useStudyId } from "../../../api/study";
import { FileMenu } from "../../../components/FileMenu";

/** The rounds over time as a file. */
export function Exports() {
  const { t } = useTranslation("rounds");
  const study = useStudyId();
  return (
    <FileMenu
      label={t("export.title")}
      files={ROUNDS_FORMATS.map((id) => ({ id, label: t(`export.${id}`) }))}
      file={(kind) => ({ address: roundsFile(study, kind), name: `rounds.${kind}` })}
      done={(file) => t("export.done", { file })}
      failed={t("export.failed")}
    />
  );
}
