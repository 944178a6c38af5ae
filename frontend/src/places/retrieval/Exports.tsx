import { useTranslation } from "react-i18next";
import { useSeenAnywhere } from "../../api/seen";
import { type By, segmentsFile } from "../../api/segments";
import { useStudyId } from "../../api/study";
import { FileMenu } from "../../components/FileMenu";

const READ = ["docx", "html", "md"] as const;
const TABLES = ["xlsx", "csv", "parquet", "json"] as const;

interface Props {
  query: string;
  by: By;
  isOff: boolean;
}

/** All that was found as a file, with everything that is known of it and may leave the study. */
export function Exports({ query, by, isOff }: Props) {
  const { t } = useTranslation("query");
  const study = useStudyId();
  const seen = useSeenAnywhere();
  return (
    <FileMenu
      label={t("export.label")}
      files={[...READ, ...TABLES].map((id) => ({
        id,
        label: t(`export.${id}`),
        apart: id === TABLES[0],
      }))}
      file={(kind) => ({
        address: segmentsFile(study, { query, by, ending: `.${kind}` }, seen),
        name: `quotations.${kind}`,
      })}
      done={(name) => t("export.done", { name })}
      failed={t("export.failed")}
      isOff={isOff}
    />
  );
}
