import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type LinesWanted, linesFile } from "../../api/concordance";
import { useSeenAnywhere } from "../../api/seen";
import { useStudyId } from "../../api/study";
import { Button } from "../../components/Button";
import { Menu } from "../../components/Menu";
import { toast, toastProblem } from "../../components/toasts";
import { download } from "../../lib/download";

const ENDINGS = ["xlsx", "csv", "html", "md", "parquet", "json"] as const;

/** All lines as a file, as they may leave the study. */
export function Exports({ wanted, isOff }: { wanted: LinesWanted; isOff: boolean }) {
  const { t } = useTranslation(["concordance", "query", "shell"]);
  const study = useStudyId();
  const seen = useSeenAnywhere();
  const [isMaking, setMaking] = useState(false);
  const get = async (format: string) => {
    setMaking(true);
    try {
      const address = linesFile(study, wanted, `.${format}`, seen);
      const name = await download(address, `concordance.${format}`);
      toast(t("query:export.done", { name }), { tone: "good" });
    } catch (error) {
      toastProblem(error, t("query:export.failed"), t("shell:offline.hint"));
    } finally {
      setMaking(false);
    }
  };
  const lines = ENDINGS.map((id) => ({
    id,
    label: t(`query:export.${id}`),
    apart: false,
    onAction: () => void get(id),
  }));
  return (
    <Menu label={t("query:export.label")} lines={lines} placement="bottom end">
      <Button icon="export" isDisabled={isOff} isPending={isMaking}>
        {t("query:export.label")}
      </Button>
    </Menu>
  );
}
