import { useState } from "react";
import { useTranslation } from "react-i18next";
import { displayFile, type Ending } from "../../api/displays";
import { useStudyId } from "../../api/study";
import { Button } from "../../components/Button";
import { Menu } from "../../components/Menu";
import { toast } from "../../components/toasts";
import { download } from "../../lib/download";
import type { Settings } from "./settings";

const PICTURES = ["svg", "png", "pdf"] as const;
const TABLES = ["xlsx", "csv", "html", "md", "json"] as const;

interface Props {
  kind: string;
  settings: Settings;
  /** The saved display whose words go along. */
  saved: string | null;
  hasChart: boolean;
}

/** A display as a file of any kind. */
export function Exports({ kind, settings, saved, hasChart }: Props) {
  const { t } = useTranslation("display");
  const study = useStudyId();
  const [isPending, setPending] = useState(false);
  const get = async (ending: Ending) => {
    setPending(true);
    try {
      const file = await download(
        displayFile(study, { kind, settings, saved }, ending),
        `${kind}${ending}`,
      );
      toast(t("export.done", { file }), { tone: "good" });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast(t("export.failed", { reason }), { tone: "danger" });
    }
    setPending(false);
  };
  const kinds = [...(hasChart ? PICTURES : []), ...TABLES];
  return (
    <Menu
      label={t("export.title")}
      placement="bottom end"
      lines={kinds.map((name) => ({
        id: name,
        label: t(`export.${name}`),
        apart: name === "xlsx" && hasChart,
        onAction: () => void get(`.${name}`),
      }))}
    >
      <Button icon="export" isPending={isPending}>
        {t("export.title")}
      </Button>
    </Menu>
  );
}
