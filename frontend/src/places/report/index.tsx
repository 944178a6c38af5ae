import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useFindings } from "../../api/findings";
import { useProse } from "../../api/prose";
import {
  type CitationStyle,
  crateFile,
  FORMATS,
  type ReportTemplate,
  reportFile,
  STYLES,
  useReport,
  useTemplates,
} from "../../api/report";
import { useSeenAnywhere } from "../../api/seen";
import { useStudyId } from "../../api/study";
import { EmptyState } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Select } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { Menu } from "../../components/Menu";
import { Spinner } from "../../components/Spinner";
import { toast } from "../../components/toasts";
import { download } from "../../lib/download";
import { currentLanguage } from "../../lib/i18n";
import { useReadOnly } from "../../stores/read-only";
import type { Language } from "../../stores/ui";
import { AS_IT_IS, ordered } from "./arrange";
import { type Choice, NO_CHOICE, useChoice } from "./choice";
import { ExportDialog } from "./ExportDialog";
import { addWays } from "./opening";
import { Parts } from "./Parts";
import { Preview } from "./Preview";
import { type Asked, Write } from "./Write";
import { Written } from "./Written";
import { addDoors } from "./writing";
import "../../components/page.css";
import { Unread } from "../../components/Unread";
import "./report.css";

interface Exported {
  template: string;
  language: Language;
  parts: readonly string[];
  style: CitationStyle;
}

function Exports({ template, language, parts, style }: Exported) {
  const { t } = useTranslation(["report", "exchange"]);
  const study = useStudyId();
  const [isPending, setPending] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const get = async (address: string, name: string) => {
    setPending(true);
    try {
      const file = await download(address, name);
      toast(t("export.done", { file }), { tone: "good" });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      toast(t("export.failed", { reason }), { tone: "danger" });
    }
    setPending(false);
  };
  return (
    <>
      <Menu
        label={t("export.title")}
        placement="bottom end"
        lines={[
          ...FORMATS.map((format) => ({
            id: format as string,
            label: t(`export.${format}`),
            disabled: parts.length === 0,
            onAction: () =>
              void get(
                reportFile(study, language, template, parts, style, format),
                `${t("title")}.${format}`,
              ),
          })),
          {
            id: "crate",
            label: t("export.crate"),
            onAction: () => void get(crateFile(study, language), "crate.zip"),
          },
          {
            id: "project",
            label: t("exchange:out.line"),
            apart: true,
            onAction: () => setLeaving(true),
          },
        ]}
      >
        <Button look="primary" icon="export" isPending={isPending}>
          {t("export.title")}
        </Button>
      </Menu>
      {isLeaving && <ExportDialog onClose={() => setLeaving(false)} />}
    </>
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

/** The parts of the chosen template as they were arranged, and those it can have besides. */
function useArranged(templates: readonly ReportTemplate[] | undefined, choice: Choice) {
  const arrangement = choice.arranged[choice.template] ?? AS_IT_IS;
  return useMemo(() => {
    const own = templates?.find(({ name }) => name === choice.template) ?? templates?.[0];
    const { added, order } = arrangement;
    const besides = own?.others ?? [];
    const all = [...(own?.parts ?? []), ...besides.filter(({ name }) => added.includes(name))];
    const others = besides.filter(({ name }) => !added.includes(name));
    return { about: own?.about, arrangement, lines: ordered(all, order), others };
  }, [templates, choice.template, arrangement]);
}

/** The report as it would be exported now, written anew whenever the study changes. */
export default function Report() {
  const { t } = useTranslation("report");
  const study = useStudyId();
  const choice = useChoice((all) => all.of[study] ?? NO_CHOICE);
  const { template } = choice;
  const choose = (given: Partial<Choice>) => useChoice.getState().choose(study, given);
  const language = choice.language ?? currentLanguage();
  const style = choice.style ?? (language === "id" ? "indonesia" : "apa");
  const { data: templates } = useTemplates();
  const { about, arrangement, lines, others } = useArranged(templates, choice);
  const parts = lines.map(({ name }) => name).filter((name) => !arrangement.left.includes(name));
  const seen = useSeenAnywhere();
  const isWritten = Boolean(templates) && !seen.isBlind;
  const report = useReport(language, template, parts, style, isWritten);
  const { data: pieces } = useProse(template, language, isWritten);
  const isReadOnly = useReadOnly() !== null;
  const [asked, setAsked] = useState<Asked | null>(null);
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
    (page: Document) => {
      if (!isReadOnly) {
        addDoors(page, {
          word: t("write.word"),
          onPlace: (place, title) => setAsked({ place, title }),
          onPiece: (guid) => {
            const piece = pieces?.find((one) => one.guid === guid);
            if (piece) setAsked({ piece });
          },
        });
      }
      addWays(page, { study, findings: findings ?? [], seen, word: t("open") });
    },
    [study, findings, seen, t, isReadOnly, pieces],
  );
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
          {!seen.isBlind && (
            <Exports template={template} language={language} parts={parts} style={style} />
          )}
        </div>
      </header>
      <div className="panel-body">
        <section className="panel-side" aria-label={t("parts.title")}>
          <p className="muted">{t("lead")}</p>
          <Select
            label={t("template.title")}
            choices={(templates ?? []).map((one) => ({ id: one.name, label: one.title }))}
            value={template}
            disabled={!templates}
            onChange={(given) => choose({ template: given })}
          />
          <p className="field-note">{about}</p>
          <Select
            label={t("language.title")}
            choices={(["id", "en"] as const).map((id) => ({ id, label: t(`language.${id}`) }))}
            value={language}
            onChange={(given: Language) => choose({ language: given })}
          />
          <Select
            label={t("style.title")}
            choices={STYLES.map((id) => ({ id, label: t(`style.${id}`) }))}
            value={style}
            onChange={(given) => choose({ style: given })}
          />
          <Parts
            lines={lines}
            others={others}
            arrangement={arrangement}
            onArrange={(given) => choose({ arranged: { ...choice.arranged, [template]: given } })}
          />
          {!seen.isBlind && (
            <Written pieces={pieces ?? []} onEdit={(piece) => setAsked({ piece })} />
          )}
          <Privacy />
        </section>
        <div className="report-paper">
          {seen.isBlind && <EmptyState icon="shield" title={t("blind")} />}
          {templates && parts.length === 0 && <EmptyState icon="report" title={t("none")} />}
          {report.isError && (
            <Unread
              title={t("failed", { reason: report.error.message })}
              onRetry={() => report.refetch()}
            />
          )}
          {data && !seen.isBlind && !report.isError && parts.length > 0 && (
            <Preview html={data} title={t("preview")} onPage={onPage} />
          )}
        </div>
        {asked && (
          <Write
            asked={asked}
            template={template}
            language={language}
            onClose={() => setAsked(null)}
          />
        )}
        <p role="status" className="sr-only">
          {told}
        </p>
      </div>
    </div>
  );
}
