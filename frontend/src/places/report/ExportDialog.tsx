import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/problem";
import {
  exportFile,
  forgetExport,
  listExportForms,
  makeExport,
  stopExports,
} from "../../api/projects";
import { useStudyId } from "../../api/study";
import type { Export } from "../../api/types";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { ExchangeReport } from "../../components/ExchangeReport";
import { Checkbox, Select } from "../../components/Field";
import { toast, toastProblem } from "../../components/toasts";
import { download } from "../../lib/download";
import "../../app/projects/projects.css";

/** The whole study for another program: in what form, with or without names, and what has no place in it. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(["exchange", "shell"]);
  const study = useStudyId();
  const { data: forms } = useQuery({
    queryKey: ["exports", study, i18n.language],
    queryFn: () => listExportForms(study),
  });
  const [format, setFormat] = useState("qdpx");
  const [redact, setRedact] = useState(false);
  const [made, setMade] = useState<Export | null>(null);
  const [isPending, setPending] = useState(false);
  const fail = (error: unknown) => toastProblem(error, t("out.failed"), t("shell:offline.hint"));
  const stop = () => void stopExports(study).catch(fail);
  const forget = () => {
    if (made) void forgetExport(study, made.guid).catch(() => {});
    setMade(null);
  };
  const write = async () => {
    setPending(true);
    try {
      setMade(await makeExport(study, format, redact));
    } catch (error) {
      // Who stopped it knows.
      if (!(error instanceof ApiProblem && error.code === "cancelled")) throw error;
    } finally {
      setPending(false);
    }
  };
  const get = async (file: Export) => {
    const name = await download(exportFile(study, file.guid), file.file);
    toast(t("out.done", { file: name }), { tone: "good" });
  };
  const size = (bytes: number) =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(bytes / 1000);
  return (
    <Dialog
      title={t("out.title")}
      isOpen
      width="40rem"
      onClose={() => {
        if (isPending) stop();
        forget();
        onClose();
      }}
      footer={
        made ? (
          <Button look="primary" icon="export" onPress={() => void get(made).catch(fail)}>
            {t("out.get", { size: size(made.bytes) })}
          </Button>
        ) : (
          <>
            {isPending && (
              <Button icon="close" onPress={stop}>
                {t("stop")}
              </Button>
            )}
            <Button look="primary" isPending={isPending} onPress={() => void write().catch(fail)}>
              {t("out.write")}
            </Button>
          </>
        )
      }
    >
      <div className="export-form">
        <Select
          label={t("out.form")}
          choices={(forms ?? []).map((one) => ({
            id: one.name,
            label: `${one.title} (${one.ending})`,
          }))}
          value={format}
          disabled={!forms || isPending}
          onChange={(chosen) => {
            forget();
            setFormat(chosen);
          }}
        />
        <Checkbox
          isSelected={redact}
          isDisabled={isPending}
          onChange={(isOn) => {
            forget();
            setRedact(isOn);
          }}
        >
          {t("out.redact")}
        </Checkbox>
        <p className="muted">{t(redact ? "out.redacted" : "out.whole")}</p>
      </div>
      {made && <ExchangeReport report={made.report} way="out" />}
    </Dialog>
  );
}
