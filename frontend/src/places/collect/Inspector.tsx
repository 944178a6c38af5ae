import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCases, useGiveSources, useTakeSource } from "../../api/cases";
import { fileAddress } from "../../api/client";
import { useChangeSource, useSource } from "../../api/sources";
import { useStudyId } from "../../api/study";
import type { Source, SourcePatch } from "../../api/types";
import { Chip } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { type Choice, Select, TextField } from "../../components/Field";
import { toastProblem } from "../../components/toasts";
import { KINDS, LANGUAGE_CODES, STATUSES, useKinds, useLanguages } from "./words";

interface TextProps {
  label: string;
  value: string;
  note?: string;
  onSave: (value: string) => void;
}

/** A line that is saved when it is left or Enter is pressed; Esc takes it back. */
function Saved({ label, value, note, onSave }: TextProps) {
  const [text, setText] = useState(value);
  // Enter saves, and so does leaving.
  const asked = useRef(value);
  const save = () => {
    if (text.trim() === value || text.trim() === asked.current) return;
    asked.current = text.trim();
    onSave(text.trim());
  };
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      onFocus={() => {
        asked.current = value;
      }}
      onBlur={save}
      {...(note && { note })}
      onKeyDown={(event) => {
        if (event.key === "Enter") save();
        if (event.key !== "Escape" || text === value) return;
        event.stopPropagation();
        setText(value);
      }}
    />
  );
}

/** The cases a source belongs to. */
function Cases({ source }: { source: Source }) {
  const { t } = useTranslation(["collect", "shell"]);
  const { data: cases } = useCases();
  const give = useGiveSources();
  const take = useTakeSource();
  const onError = (error: unknown) =>
    toastProblem(error, t("failed.change"), t("shell:offline.hint"));
  const own = new Set(source.cases.map(({ guid }) => guid));
  const others = (cases ?? []).filter(({ guid }) => !own.has(guid));
  return (
    <div className="field">
      <span className="label">{t("columns.case")}</span>
      <div className="inspector-cases">
        {source.cases.map((one) => (
          <Chip
            key={one.guid}
            removal={t("inspector.takeCase", { name: one.name })}
            onRemove={() => take.mutate({ one: one.guid, source: source.guid }, { onError })}
          >
            {one.name}
          </Chip>
        ))}
        {others.length > 0 && (
          <Select
            label={t("inspector.giveCase")}
            hidden
            placeholder={t("inspector.giveCase")}
            choices={others.map(({ guid, name }) => ({ id: guid, label: name }))}
            value={null}
            onChange={(one) => give.mutate({ one, sources: [source.guid] }, { onError })}
          />
        )}
      </div>
    </div>
  );
}

function useChoices() {
  const { t } = useTranslation("collect");
  const kinds = useKinds();
  const languages = useLanguages();
  return {
    kinds: KINDS.map((id) => ({ id, label: kinds[id] })),
    statuses: STATUSES.map((id) => ({ id, label: t(`status.${id}`) })),
    languages: (now: string | null): Choice[] =>
      [...new Set([...LANGUAGE_CODES, ...(now ? [now] : [])])].map((id) => ({
        id,
        label: languages(id),
      })),
  };
}

interface OneProps {
  source: Source;
  onClose?: (() => void) | undefined;
  onRemove: () => void;
}

/** What is known of one source, to be corrected in place. */
function One({ source, onClose, onRemove }: OneProps) {
  const { t, i18n } = useTranslation(["collect", "shell"]);
  const study = useStudyId();
  const change = useChangeSource();
  const choices = useChoices();
  const save = (patch: SourcePatch) =>
    change.mutate(
      { source, patch },
      { onError: (error) => toastProblem(error, t("failed.change"), t("shell:offline.hint")) },
    );
  const number = new Intl.NumberFormat(i18n.language);
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium" });
  return (
    <>
      <header className="inspector-head">
        <h2 className="clip" title={source.name}>
          {source.name}
        </h2>
        {onClose && <IconButton icon="close" label={t("shell:close")} onPress={onClose} />}
      </header>
      <a className="button primary" href={`#/reduce/${source.guid}`}>
        {t("inspector.read")}
      </a>
      <Saved
        key={`name ${source.name}`}
        label={t("columns.name")}
        value={source.name}
        onSave={(name) => name !== "" && save({ name })}
      />
      <Select
        label={t("columns.kind")}
        choices={choices.kinds}
        value={source.kind as (typeof KINDS)[number]}
        onChange={(kind) => save({ kind })}
      />
      <Select
        label={t("columns.status")}
        choices={choices.statuses}
        value={source.status as (typeof STATUSES)[number]}
        onChange={(status) => save({ status })}
      />
      <Cases source={source} />
      <Select
        label={t("columns.language")}
        choices={choices.languages(source.language)}
        value={source.language}
        onChange={(language) => save({ language })}
      />
      <Saved
        key={`collected ${source.collected}`}
        label={t("columns.collected")}
        note={t("inspector.dateNote")}
        value={source.collected ?? ""}
        onSave={(collected) => save({ collected: collected || null })}
      />
      <Saved
        key={`collector ${source.collector}`}
        label={t("inspector.collector")}
        value={source.collector ?? ""}
        onSave={(collector) => save({ collector: collector || null })}
      />
      <Saved
        key={`method ${source.method}`}
        label={t("inspector.method")}
        value={source.method ?? ""}
        onSave={(method) => save({ method: method || null })}
      />
      <dl className="inspector-facts">
        <div>
          <dt>{t("columns.length")}</dt>
          <dd>{t("import.letters", { count: source.length, n: number.format(source.length) })}</dd>
        </div>
        <div>
          <dt>{t("columns.codings")}</dt>
          <dd>{number.format(source.codings)}</dd>
        </div>
        <div>
          <dt>{t("inspector.imported")}</dt>
          <dd>{date.format(new Date(source.created))}</dd>
        </div>
        {source.original_name && (
          <div>
            <dt>{t("inspector.file")}</dt>
            <dd>
              <a
                href={fileAddress(`/api/studies/${study}/sources/${source.guid}/original`)}
                download={source.original_name}
              >
                {source.original_name}
              </a>
            </dd>
          </div>
        )}
      </dl>
      <Button look="danger" icon="trash" onPress={onRemove}>
        {t("inspector.remove")}
      </Button>
    </>
  );
}

interface ManyProps {
  sources: readonly Source[];
  onChanged: (source: Source) => void;
  onRemove: () => void;
  onNone: () => void;
}

/** The same said of several sources at once. */
function Many({ sources, onChanged, onRemove, onNone }: ManyProps) {
  const { t } = useTranslation(["collect", "shell"]);
  const change = useChangeSource();
  const { data: cases } = useCases();
  const give = useGiveSources();
  const choices = useChoices();
  const onError = (error: unknown) =>
    toastProblem(error, t("failed.change"), t("shell:offline.hint"));
  const saveAll = async (patch: SourcePatch) => {
    for (const source of sources) {
      const done = await change.mutateAsync({ source, patch }).catch(onError);
      if (!done) return;
      onChanged(done);
    }
  };
  const same = <T extends string>(of: (source: Source) => string): T | null => {
    const values = new Set(sources.map(of));
    return values.size === 1 ? ((of(sources[0] as Source) as T) ?? null) : null;
  };
  return (
    <>
      <header className="inspector-head">
        <h2>{t("inspector.many", { count: sources.length })}</h2>
        <IconButton icon="close" label={t("inspector.none")} onPress={onNone} />
      </header>
      <Select
        label={t("columns.kind")}
        placeholder={t("inspector.several")}
        choices={choices.kinds}
        value={same<(typeof KINDS)[number]>((source) => source.kind)}
        onChange={(kind) => void saveAll({ kind })}
      />
      <Select
        label={t("columns.status")}
        placeholder={t("inspector.several")}
        choices={choices.statuses}
        value={same<(typeof STATUSES)[number]>((source) => source.status)}
        onChange={(status) => void saveAll({ status })}
      />
      {cases && cases.length > 0 && (
        <Select
          label={t("inspector.giveCase")}
          placeholder={t("inspector.giveCase")}
          choices={cases.map(({ guid, name }) => ({ id: guid, label: name }))}
          value={null}
          onChange={(one) =>
            give.mutate({ one, sources: sources.map(({ guid }) => guid) }, { onError })
          }
        />
      )}
      <Button look="danger" icon="trash" onPress={onRemove}>
        {t("inspector.removeMany", { count: sources.length })}
      </Button>
    </>
  );
}

interface Props {
  active: string;
  chosen: ReadonlyMap<string, Source>;
  onChanged: (source: Source) => void;
  onNone: () => void;
  onClose?: (() => void) | undefined;
  onRemove: () => void;
}

/** What is selected, to look at and correct. */
export function Inspector({ active, chosen, onClose, ...on }: Props) {
  const { t } = useTranslation("collect");
  const { data } = useSource(active);
  return (
    <section className="inspector" aria-label={t("inspector.title")}>
      {chosen.size > 1 ? (
        <Many sources={[...chosen.values()]} {...on} />
      ) : (
        data && <One key={data.guid} source={data} onClose={onClose} onRemove={on.onRemove} />
      )}
    </section>
  );
}
