import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useFindings } from "../../api/findings";
import { PARTS, type Part, type ReportFormat, reportFile, useReport } from "../../api/report";
import { useSeenAnywhere } from "../../api/seen";
import { useStudyId } from "../../api/study";
import { EmptyState } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Checkbox, Select } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { Menu } from "../../components/Menu";
import { Spinner } from "../../components/Spinner";
import { toast } from "../../components/toasts";
import { download } from "../../lib/download";
import { currentLanguage } from "../../lib/i18n";
import type { Language } from "../../stores/ui";
import { type Choice, NO_CHOICE, useChoice } from "./choice";
import { addWays } from "./opening";
import { Preview } from "./Preview";
import "../../components/page.css";
import "./report.css";

const FORMATS: readonly ReportFormat[] = ["html", "docx", "md"];

function Exports({ language, parts }: { language: Language; parts: readonly Part[] }) {
  const { t } = useTranslation("report");
  const study = useStudyId();
  const [isPending, setPending] = useState(false);
  const get = async (format: ReportFormat) => {
    setPending(true);
    try {
      const file = await download(
        reportFile(study, language, parts, format),
        `${t("title")}.${format}`,
      );
      toast(t("export.done", { file }), { tone: "good" });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast(t("export.failed", { reason }), { tone: "danger" });
    }
    setPending(false);
  };
  return (
    <Menu
      label={t("export.title")}
      placement="bottom end"
      lines={FORMATS.map((format) => ({
        id: format,
        label: t(`export.${format}`),
        onAction: () => void get(format),
      }))}
    >
      <Button look="primary" icon="export" isPending={isPending} isDisabled={parts.length === 0}>
        {t("export.title")}
      </Button>
    </Menu>
  );
}

/** What leaves the study with a report, and what does not. */
function Privacy() {
  const { t } = useTranslation("report");
  return (
    <section className="report-privacy" aria-labelledby="report-privacy">
      <h2 id="report-privacy" className="field-label">
        <Icon name="shield" size={16} /> {t("privacy.title")}
      </h2>
      <ul>
        <li>{t("privacy.pseudonyms")}</li>
        <li>{t("privacy.quotes")}</li>
        <li>{t("privacy.file")}</li>
      </ul>
      <a href="#/settings">{t("privacy.settings")}</a>
    </section>
  );
}

/** The report as it would be exported now, written anew whenever the study changes. */
export default function Report() {
  const { t } = useTranslation("report");
  const study = useStudyId();
  const { language: chosen, left: names } = useChoice((all) => all.of[study] ?? NO_CHOICE);
  const choose = (choice: Partial<Choice>) => useChoice.getState().choose(study, choice);
  const left = new Set(names);
  const setLanguage = (given: Language) => choose({ language: given });
  const language = chosen ?? currentLanguage();
  const parts = PARTS.filter((part) => !left.has(part));
  const seen = useSeenAnywhere();
  const report = useReport(language, parts, !seen.isBlind);
  const [told, setTold] = useState("");
  const { data, isFetching } = report;
  useEffect(() => {
    if (!data || isFetching) {
      return;
    }
    setTold(t("refreshed"));
    const timer = setTimeout(() => setTold(""), 2000);
    return () => clearTimeout(timer);
  }, [data, isFetching, t]);
  const { data: findings } = useFindings();
  const onPage = useCallback(
    (page: Document) => addWays(page, { study, findings: findings ?? [], seen, word: t("open") }),
    [study, findings, seen, t],
  );
  const turn = (part: Part, on: boolean) => {
    choose({ left: on ? names.filter((one) => one !== part) : [...names, part] });
  };
  return (
    <div className="report">
      <header className="panel-head">
        <div className="panel-title">
          <Link href="/conclude">{t("back")}</Link>
          <h1>{t("title")}</h1>
        </div>
        <div className="panel-doings">
          {isFetching && <Spinner size={16} label={t("writing")} />}
          <Button
            isDisabled={!data || seen.isBlind}
            onPress={() =>
              document
                .querySelector<HTMLIFrameElement>("iframe[data-front]")
                ?.contentWindow?.print()
            }
          >
            {t("print")}
          </Button>
          {!seen.isBlind && <Exports language={language} parts={parts} />}
        </div>
      </header>
      <div className="panel-body">
        <section className="panel-side" aria-label={t("parts.title")}>
          <p className="muted">{t("lead")}</p>
          <Select
            label={t("language.title")}
            choices={(["id", "en"] as const).map((id) => ({ id, label: t(`language.${id}`) }))}
            value={language}
            onChange={setLanguage}
          />
          <fieldset className="report-parts">
            <legend className="field-label">{t("parts.title")}</legend>
            {PARTS.map((part) => (
              <Checkbox key={part} isSelected={!left.has(part)} onChange={(on) => turn(part, on)}>
                {t(`parts.${part}`)}
              </Checkbox>
            ))}
          </fieldset>
          <Privacy />
        </section>
        <div className="report-paper">
          {seen.isBlind && <EmptyState icon="shield" title={t("blind")} />}
          {parts.length === 0 && <EmptyState icon="report" title={t("none")} />}
          {report.isError && (
            <EmptyState
              icon="warning"
              title={t("failed", { reason: report.error.message })}
              doings={<Button onPress={() => report.refetch()}>{t("retry")}</Button>}
            />
          )}
          {data && !seen.isBlind && !report.isError && parts.length > 0 && (
            <Preview html={data} title={t("preview")} onPage={onPage} />
          )}
        </div>
        <p role="status" className="sr-only">
          {told}
        </p>
      </div>
    </div>
  );
}
