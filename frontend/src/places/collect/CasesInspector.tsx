import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type Attribute, type CaseRow, useFillCases } from "../../api/case-table";
import { useCase, useChangeCase, useCodesOfCase } from "../../api/cases";
import { codeQuery, useSegments } from "../../api/segments";
import type { Case } from "../../api/types";
import { Loading } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { Editable } from "../../components/Editable";
import { Select } from "../../components/Field";
import { Fold } from "../../components/Fold";
import { FormPanel } from "../../components/FormPanel";
import { MemosAbout } from "../../components/MemosAbout";
import { RelationsOf } from "../../components/RelationsOf";
import { RemarksOf } from "../../components/RemarksOf";
import { toast, toastProblem } from "../../components/toasts";
import { Writing } from "../../components/Writing";
import { Quote } from "../../shapes/Quote";
import { CaseRatings } from "./CaseRatings";
import { useChoices } from "./CasesEditor";
import { Consents } from "./Consent";
import "./inspector.css";
import "./cases-inspector.css";

interface Props {
  guid: string;
  attributes: readonly Attribute[];
  onClose: () => void;
}

function useSaving(one: Case | undefined) {
  const { t } = useTranslation(["cases", "shell"]);
  const change = useChangeCase();
  const fill = useFillCases();
  const onError = (error: unknown) => toastProblem(error, t("failed"), t("shell:offline.hint"));
  return {
    save: (patch: { name?: string; description?: string }) =>
      one && change.mutate({ one, patch }, { onError }),
    saveValue: (attribute: Attribute, value: string, seen: string) => {
      if (!one) return;
      const row: CaseRow = {
        guid: one.guid,
        name: null,
        kind: null,
        description: null,
        values: { [attribute.name]: value || null },
        seen: { [attribute.name]: seen || null },
      };
      fill.mutate(
        { rows: [row] },
        {
          onSuccess: ({ refused }) =>
            refused[0] && toast(t("refusedOne"), { tone: "danger", more: refused[0].why }),
          onError,
        },
      );
    },
  };
}

function Values({ one, attributes }: { one: Case; attributes: readonly Attribute[] }) {
  const { saveValue } = useSaving(one);
  const choices = useChoices();
  return (
    <Writing>
      <div className="case-values">
        {attributes.map((attribute) => {
          const value = one.attributes[attribute.name] ?? "";
          const column = { id: "", kind: "attribute", label: "", width: 0, attribute } as const;
          const known = choices(column);
          return known ? (
            <Select
              key={attribute.guid}
              label={attribute.name}
              choices={known.map(([id, label]) => ({ id: id || "-", label }))}
              value={value || "-"}
              onChange={(id) => saveValue(attribute, id === "-" ? "" : id, value)}
            />
          ) : (
            <Editable
              key={attribute.guid}
              label={attribute.name}
              value={value}
              placeholder="–"
              onSave={(text) => saveValue(attribute, text, value)}
            />
          );
        })}
      </div>
    </Writing>
  );
}

/** The segments of one code in this case's words. */
function CodeSegments({ name, path }: { name: string; path: string }) {
  const { t } = useTranslation("cases");
  const said = name.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  const { data, hasNextPage, fetchNextPage } = useSegments(
    `${codeQuery(path)} and case = "${said}"`,
  );
  if (!data) return <Loading />;
  return (
    <div className="case-segments">
      {data.pages.flatMap((page) =>
        page.segments.map((segment) => (
          <Quote key={`${segment.source} ${segment.start} ${segment.end}`} segment={segment} />
        )),
      )}
      {hasNextPage && (
        <Button small onPress={() => void fetchNextPage()}>
          {t("inspector.more")}
        </Button>
      )}
    </div>
  );
}

function Codes({ one }: { one: Case }) {
  const { t } = useTranslation("cases");
  const { data: codes } = useCodesOfCase(one.guid);
  const [open, setOpen] = useState<string | null>(null);
  const [isAll, setAll] = useState(false);
  if (!codes) return <Loading />;
  if (codes.length === 0) return <p className="muted">{t("inspector.noCodes")}</p>;
  const shown = isAll ? codes : codes.slice(0, 8);
  return (
    <ul className="case-codes">
      {shown.map(({ guid, path, colour, codings }) => (
        <li key={guid}>
          <button
            type="button"
            aria-expanded={open === guid}
            onClick={() => setOpen(open === guid ? null : guid)}
          >
            <span className="dot" style={{ background: colour }} />
            <span className="clip" title={path}>
              {path.split("/").at(-1)}
            </span>
            <span className="number muted">{codings}</span>
          </button>
          {open === guid && <CodeSegments name={one.name} path={path} />}
        </li>
      ))}
      {codes.length > shown.length && (
        <li>
          <Button small look="quiet" onPress={() => setAll(true)}>
            {t("inspector.allCodes", { count: codes.length })}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** The interim summary of a case, folded away until it is wanted. */
function CaseForm({ guid }: { guid: string }) {
  const { t } = useTranslation("memos");
  return (
    <Fold title={t("form.ofThis")}>
      <FormPanel about="case" guid={guid} />
    </Fold>
  );
}

/** All that is known of a case. */
export function CasesInspector({ guid, attributes, onClose }: Props) {
  const { t } = useTranslation("cases");
  const { data: one } = useCase(guid);
  const { save } = useSaving(one);
  if (!one) return <Loading />;
  return (
    <section className="inspector case-inspector" aria-label={t("inspector.title")}>
      <header className="inspector-head">
        <h2 dir="auto">{one.name}</h2>
        <IconButton icon="close" label={t("inspector.close")} onPress={onClose} />
      </header>
      <Editable
        label={t("inspector.description")}
        placeholder={t("inspector.descriptionHint")}
        value={one.description}
        onSave={(description) => save({ description })}
      />
      <Values one={one} attributes={attributes} />
      <CaseRatings key={`ratings ${guid}`} guid={guid} />
      <RelationsOf key={`relations ${guid}`} kind="case" guid={guid} name={one.name} />
      <Consents one={one} />
      <h3>{t("inspector.sources", { count: one.sources.length })}</h3>
      <ul className="case-links">
        {one.sources.map((source) => (
          <li key={source.guid}>
            <Link href={`/reduce/${source.guid}`}>{source.name}</Link>
          </li>
        ))}
      </ul>
      <h3>{t("inspector.speakers")}</h3>
      <p>
        {one.speakers.length > 0 ? (
          one.speakers.join(", ")
        ) : (
          <span className="muted">{t("inspector.noSpeakers")}</span>
        )}{" "}
        <Link href="/collect/speakers">{t("inspector.tie")}</Link>
      </p>
      <h3>{t("inspector.codes")}</h3>
      <Codes one={one} />
      <CaseForm key={guid} guid={guid} />
      <MemosAbout about={{ kind: "case", guid }} />
      <RemarksOf key={`remarks ${guid}`} kind="case" guid={guid} quiet />
    </section>
  );
}
