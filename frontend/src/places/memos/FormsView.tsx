import { useVirtualizer } from "@tanstack/react-virtual";
import { useDeferredValue, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { fileAddress } from "../../api/client";
import { type FormAbout, type Sheet, useForms, useSheets } from "../../api/forms";
import { useStudyId } from "../../api/study";
import { useCrumbText } from "../../app/crumb";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Checkbox, SearchField } from "../../components/Field";
import { FormPanel } from "../../components/FormPanel";
import { Icon } from "../../components/Icon";
import { Menu, type MenuLine } from "../../components/Menu";
import { Segmented } from "../../components/Segmented";
import { SplitPane } from "../../components/SplitPane";
import { toast, toastProblem } from "../../components/toasts";
import { download } from "../../lib/download";
import { currentLanguage } from "../../lib/i18n";
import { useRoom } from "../../lib/room";

const ABOUTS: readonly FormAbout[] = ["source", "case"];
const LINE = 44;

/** Filled forms as files: all of a kind, or those of what is open. */
function Files({ open }: { open: Sheet | undefined }) {
  const { t } = useTranslation(["memos", "shell"]);
  const study = useStudyId();
  const forms = useForms();
  const get = async (query: Record<string, string>) => {
    const asked = { ...query, language: currentLanguage() };
    try {
      const address = fileAddress(`/api/studies/${study}/forms/file`, asked);
      const name = await download(address, `forms.${query.format}`);
      toast(t("export.done", { name }), { tone: "good" });
    } catch (error) {
      toastProblem(error, t("export.failed"), t("shell:offline.hint"));
    }
  };
  const line = (id: string, label: string, query: Record<string, string>): MenuLine => ({
    id,
    label,
    onAction: () => void get(query),
  });
  const own = open && Object.keys(open.forms).length > 0 ? open : undefined;
  const lines: MenuLine[] = [
    ...(own
      ? [line("one", t("form.file.one", { name: own.name }), { format: "docx", owner: own.guid })]
      : []),
    line("docx", t("form.file.docx"), { format: "docx" }),
    line("md", t("form.file.md"), { format: "md" }),
    ...(forms.data ?? []).map(({ name, title }) =>
      line(name, t("form.file.csv", { title }), { format: "csv", name }),
    ),
  ];
  return (
    <Menu label={t("export.label")} lines={lines}>
      <Button small look="quiet" icon="export">
        {t("export.label")}
      </Button>
    </Menu>
  );
}

function Line({ sheet, isOpen }: { sheet: Sheet; isOpen: boolean }) {
  const { t } = useTranslation(["memos", "collect"]);
  const forms = useForms();
  const titles = Object.keys(sheet.forms).map(
    (name) => forms.data?.find((form) => form.name === name)?.title ?? name,
  );
  return (
    <Link
      href={`/memos/forms/${sheet.kind}/${sheet.guid}`}
      className={`sheet-line${isOpen ? " open" : ""}`}
      aria-current={isOpen ? "true" : undefined}
    >
      <Icon name={titles.length > 0 ? "check" : "minus"} size={14} />
      <span className="clip">{sheet.name}</span>
      <small className="sheet-forms clip">{titles.join(", ") || t("form.none")}</small>
    </Link>
  );
}

function Lines({ sheets, open }: { sheets: readonly Sheet[]; open: string | undefined }) {
  const frame = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: sheets.length,
    getScrollElement: () => frame.current,
    estimateSize: () => LINE,
    overscan: 10,
  });
  return (
    <div ref={frame} className="memo-list">
      <ul style={{ height: lines.getTotalSize(), position: "relative" }}>
        {lines.getVirtualItems().map(({ index, start }) => {
          const sheet = sheets[index];
          if (!sheet) return null;
          return (
            <li
              key={sheet.guid}
              style={{ position: "absolute", insetInline: 0, top: start, height: LINE }}
            >
              <Line sheet={sheet} isOpen={sheet.guid === open} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The summary forms: who has which, and the one that is open. */
export function FormsView({ rest }: { rest: string }) {
  const { t } = useTranslation("memos");
  const [, ofAddress, guid] = rest.split("/");
  const [about, setAbout] = useState<FormAbout>(ofAddress === "case" ? "case" : "source");
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [text, setText] = useState("");
  const asked = useDeferredValue(text).trim().toLocaleLowerCase();
  const room = useRoom();
  const sheets = useSheets(about);
  const all = sheets.data ?? [];
  const missing = all.filter(({ forms }) => Object.keys(forms).length === 0).length;
  const found = all.filter(
    ({ name, forms }) =>
      (!onlyMissing || Object.keys(forms).length === 0) && name.toLocaleLowerCase().includes(asked),
  );
  const open = all.find((sheet) => sheet.guid === guid);
  useCrumbText(open?.name);
  const side = (
    <div className="memo-side">
      <div className="memo-side-top">
        <div className="memo-side-doings">
          <Segmented
            small
            label={t("form.about")}
            value={about}
            choices={ABOUTS.map((id) => ({ id, label: t(`aboutKinds.${id}`) }))}
            onChange={setAbout}
          />
          <span className="push" />
          <Files open={open} />
        </div>
        <SearchField label={t("form.find")} value={text} onChange={setText} />
        <Checkbox isSelected={onlyMissing} onChange={setOnlyMissing}>
          {t("form.missing", { count: missing })}
        </Checkbox>
      </div>
      {sheets.isPending && <Loading />}
      {sheets.error && <p role="alert">{t("unread")}</p>}
      {sheets.data && found.length === 0 && (
        <p className="muted memo-none">
          {t(all.length > 0 ? "form.noneFound" : `form.nothing.${about}`)}
        </p>
      )}
      <Lines sheets={found} open={guid} />
    </div>
  );
  const main = (
    <div className="memo-main">
      {room === "narrow" && open && (
        <Link href="/memos/forms" className="memo-back">
          {t("form.back")}
        </Link>
      )}
      {open ? (
        <section className="form-frame" aria-label={open.name}>
          <header className="form-frame-head">
            <h2>{open.name}</h2>
            {open.kind === "source" && <a href={`#/reduce/${open.guid}`}>{t("form.read")}</a>}
          </header>
          <FormPanel
            key={open.guid}
            about={open.kind as FormAbout}
            guid={open.guid}
            kind={open.of}
            filled={Object.keys(open.forms)}
          />
        </section>
      ) : (
        <EmptyState icon="memo" title={t("form.choose")}>
          {t("form.chooseBody")}
        </EmptyState>
      )}
    </div>
  );
  if (room === "narrow") return open ? main : side;
  return (
    <SplitPane name="memos" label={t("form.list")} side="left" size={360} least={260} panel={side}>
      {main}
    </SplitPane>
  );
}
