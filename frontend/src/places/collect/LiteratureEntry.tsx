import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import {
  type Citer,
  useChangeReference,
  useCite,
  useMakeSource,
  useUncite,
  type Work,
} from "../../api/references";
import { addressOf } from "../../app/address";
import { goTo } from "../../app/hash";
import { Chip } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { Editable } from "../../components/Editable";
import { Select } from "../../components/Field";
import { toast, toastProblem } from "../../components/toasts";
import { Writing } from "../../components/Writing";
import { LiteratureCite } from "./LiteratureCite";
import { issuedFrom, issuedText, nameLines, namesFrom, TYPES, text } from "./literature-fields";

interface Props {
  work: Work;
  onClose: () => void;
  onRemove: () => void;
}

const LINES = [
  "container-title",
  "volume",
  "issue",
  "page",
  "publisher",
  "DOI",
  "URL",
  "language",
  "keyword",
] as const;

function useSaving(work: Work) {
  const { t } = useTranslation(["literature", "shell"]);
  const change = useChangeReference();
  const cite = useCite();
  const uncite = useUncite();
  const make = useMakeSource();
  const onError = (error: unknown) => toastProblem(error, t("failed"), t("shell:offline.hint"));
  return {
    put: (csl: Record<string, unknown>) =>
      change.mutate({ one: work, patch: { csl } }, { onError }),
    rename: (key: string) => change.mutate({ one: work, patch: { key } }, { onError }),
    cite: (kind: Citer, guid: string) => cite.mutate({ work: work.guid, kind, guid }, { onError }),
    uncite: (owner: string) => uncite.mutate({ work: work.guid, owner }, { onError }),
    isMaking: make.isPending,
    makeSource: () =>
      make.mutate(work.guid, {
        onSuccess: ({ guid, name }) =>
          toast(t("madeSource", { name }), {
            doing: { label: t("openSource"), act: () => goTo(`/reduce/${guid}`) },
          }),
        onError,
      }),
  };
}

/** One work: its fields to be written over, what cites it, and a source from its abstract. */
export function LiteratureEntry({ work, onClose, onRemove }: Props) {
  const { t } = useTranslation(["literature", "shell"]);
  const { put, rename, cite, uncite, makeSource, isMaking } = useSaving(work);
  const { csl } = work;
  const type = text(csl, "type");
  const types = TYPES.includes(type as "book") || type === "" ? TYPES : [type, ...TYPES];
  const known = (id: string) => (TYPES.includes(id as "book") ? t(`types.${id as "book"}`) : id);
  return (
    <section className="inspector literature-entry" aria-label={t("entry")}>
      <header className="inspector-head">
        <h2>{work.short}</h2>
        <span className="push" />
        <IconButton icon="trash" writes label={t("remove", { key: work.key })} onPress={onRemove} />
        <IconButton icon="close" label={t("shell:close")} onPress={onClose} />
      </header>
      <Writing>
        <Editable
          label={t("fields.title")}
          value={text(csl, "title")}
          onSave={(title) => put({ title: title || null })}
        />
        <Editable
          label={t("fields.author")}
          note={t("fields.authorNote")}
          value={nameLines(csl, "author")}
          onSave={(lines) => put({ author: namesFrom(lines, csl, "author") })}
        />
        <div className="case-values">
          <Editable
            label={t("fields.issued")}
            value={issuedText(csl)}
            onSave={(date) => put({ issued: issuedFrom(date) })}
          />
          <Editable label={t("fields.key")} value={work.key} required onSave={rename} />
        </div>
        <Select
          label={t("fields.type")}
          choices={types.map((id) => ({ id: id as string, label: known(id) }))}
          value={type || null}
          onChange={(now) => put({ type: now })}
        />
        <div className="case-values">
          {LINES.map((field) => (
            <Editable
              key={field}
              label={t(`fields.${field}`)}
              placeholder="–"
              value={text(csl, field)}
              onSave={(value) => put({ [field]: value || null })}
            />
          ))}
        </div>
        <Editable
          label={t("fields.abstract")}
          placeholder="–"
          value={text(csl, "abstract")}
          onSave={(abstract) => put({ abstract: abstract || null })}
        />
        <Button
          small
          icon="file"
          isDisabled={text(csl, "abstract") === ""}
          isPending={isMaking}
          onPress={makeSource}
        >
          {t("makeSource")}
        </Button>
        <Editable
          label={t("fields.note")}
          placeholder="–"
          value={text(csl, "note")}
          onSave={(note) => put({ note: note || null })}
        />
        <h3>{t("cited")}</h3>
        {work.cited_by.length === 0 && <p className="muted">{t("citedNowhere")}</p>}
        <div className="inspector-cases">
          {work.cited_by.map(({ kind, guid, label }) => (
            <Chip key={guid} removal={t("uncite", { name: label })} onRemove={() => uncite(guid)}>
              <Link href={addressOf(kind, guid)}>{label}</Link>
            </Chip>
          ))}
        </div>
        <LiteratureCite onCite={cite} />
      </Writing>
    </section>
  );
}
