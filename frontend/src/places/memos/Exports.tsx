import { useTranslation } from "react-i18next";
import { fileAddress } from "../../api/client";
import type { MemoQuery } from "../../api/memos";
import { useStudyId } from "../../api/study";
import { Button } from "../../components/Button";
import { Menu } from "../../components/Menu";
import { toast, toastProblem } from "../../components/toasts";
import { download } from "../../lib/download";
import { currentLanguage } from "../../lib/i18n";

const FORMATS = ["docx", "md", "csv"] as const;

/** The memos that are listed, as a file. */
export function Exports({ query, disabled }: { query: MemoQuery; disabled: boolean }) {
  const { t } = useTranslation(["memos", "shell"]);
  const study = useStudyId();
  const get = async (format: (typeof FORMATS)[number]) => {
    const asked = Object.fromEntries(
      Object.entries({ ...query, format, language: currentLanguage() }).map(([name, value]) => [
        name,
        String(value),
      ]),
    );
    try {
      const name = await download(
        fileAddress(`/api/studies/${study}/memos/file`, asked),
        `memos.${format}`,
      );
      toast(t("export.done", { name }), { tone: "good" });
    } catch (error) {
      toastProblem(error, t("export.failed"), t("shell:offline.hint"));
    }
  };
  return (
    <Menu
      label={t("export.label")}
      lines={FORMATS.map((format) => ({
        id: format,
        label: t(`export.${format}`),
        disabled,
        onAction: () => void get(format),
      }))}
    >
      <Button small look="quiet" icon="export" isDisabled={disabled}>
        {t("export.label")}
      </Button>
    </Menu>
  );
}
