import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSeenAnywhere } from "../../api/seen";
import { type By, segmentsFile } from "../../api/segments";
import { useStudyId } from "../../api/study";
import { Button } from "../../components/Button";
import { Menu } from "../../components/Menu";
import { toast, toastProblem } from "../../components/toasts";
import { download } from "../../lib/download";

const READ = ["docx", "html", "md"] as const;
const TABLES = ["xlsx", "csv", "parquet", "json"] as const;

interface Props {
  query: string;
  by: By;
  isOff: boolean;
}

/** All that was found as a file, with everything that is known of it and may leave the study. */
export function Exports({ query, by, isOff }: Props) {
  const { t } = useTranslation(["query", "shell"]);
  const study = useStudyId();
  const seen = useSeenAnywhere();
  const [isMaking, setMaking] = useState(false);
  const get = async (format: string) => {
    setMaking(true);
    try {
      const address = segmentsFile(study, { query, by, ending: `.${format}` }, seen);
      const name = await download(address, `quotations.${format}`);
      toast(t("export.done", { name }), { tone: "good" });
    } catch (error) {
      toastProblem(error, t("export.failed"), t("shell:offline.hint"));
    } finally {
      setMaking(false);
    }
  };
  const line = (id: (typeof READ)[number] | (typeof TABLES)[number], apart: boolean) => ({
    id,
    label: t(`export.${id}`),
    apart,
    onAction: () => void get(id),
  });
  const lines = [
    ...READ.map((id) => line(id, false)),
    ...TABLES.map((id, at) => line(id, at === 0)),
  ];
  return (
    <Menu label={t("export.label")} lines={lines} placement="bottom end">
      <Button icon="export" isDisabled={isOff} isPending={isMaking}>
        {t("export.label")}
      </Button>
    </Menu>
  );
}
