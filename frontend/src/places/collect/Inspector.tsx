import { useTranslation } from "react-i18next";
import { fileAddress } from "../../api/client";
import { useSeen } from "../../api/seen";
import { useSource } from "../../api/sources";
import { useStudyId } from "../../api/study";
import type { Source } from "../../api/types";
import { Button, IconButton } from "../../components/Button";
import { Editable } from "../../components/Editable";
import { Select } from "../../components/Field";
import { Writing } from "../../components/Writing";
import { dated } from "../../lib/dates";
import { Bulk, type BulkProps } from "./Bulk";
import { useFieldChoices } from "./choices";
import { ATTRIBUTE } from "./columns";
import { SourceCard } from "./SourceCard";
import { SourceCases } from "./SourceCases";
import { useSaveCell, useSaveSource } from "./saving";
import { useSourceAttributes } from "./source-attributes";
import type { KINDS, STATUSES } from "./words";
import "./inspector.css";

interface OneProps {
  source: Source;
  onClose?: (() => void) | undefined;
  onRemove: () => void;
}

function Facts({ source }: { source: Source }) {
  const { t, i18n } = useTranslation("collect");
  const study = useStudyId();
  const number = new Intl.NumberFormat(i18n.language);
  const original = fileAddress(`/api/studies/${study}/sources/${source.guid}/original`);
  return (
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
        <dd>{dated(source.created)}</dd>
      </div>
      {source.original_name && (
        <div>
          <dt>{t("inspector.file")}</dt>
          <dd>
            <a href={original} download={source.original_name}>
              <bdi>{source.original_name}</bdi>
            </a>
          </dd>
        </div>
      )}
      <div>
        <dt>{t("inspector.changes")}</dt>
        <dd>
          <a href={`#/history?entity=${source.guid}`}>{t("inspector.history")}</a>
        </dd>
      </div>
    </dl>
  );
}

/** What is known of one source, to be corrected in place. */
function One({ source, onClose, onRemove }: OneProps) {
  const { t } = useTranslation(["collect", "shell"]);
  const choices = useFieldChoices();
  const attributes = useSourceAttributes();
  const save = useSaveSource();
  const saveCell = useSaveCell();
  const text = (field: "collected" | "collector" | "method", label: string, note?: string) => (
    <Editable
      label={label}
      {...(note && { note })}
      value={source[field] ?? ""}
      onSave={(value) => save(source, { [field]: value || null })}
    />
  );
  return (
    <>
      <header className="inspector-head">
        <h2 className="clip" title={source.name} dir="auto">
          {source.name}
        </h2>
        {onClose && <IconButton icon="close" label={t("shell:close")} onPress={onClose} />}
      </header>
      <a className="button primary" href={`#/reduce/${source.guid}`}>
        {t("inspector.read")}
      </a>
      <Writing>
        <Editable
          label={t("columns.name")}
          value={source.name}
          required
          onSave={(name) => save(source, { name })}
        />
        <Select
          label={t("columns.kind")}
          choices={choices.kinds}
          value={source.kind as (typeof KINDS)[number]}
          onChange={(kind) => save(source, { kind })}
        />
        <Select
          label={t("columns.status")}
          choices={choices.statuses}
          value={source.status as (typeof STATUSES)[number]}
          onChange={(status) => save(source, { status })}
        />
        <SourceCases source={source} />
        <Select
          label={t("columns.language")}
          choices={choices.languages(source.language)}
          value={source.language}
          onChange={(language) => save(source, { language })}
        />
        {text("collected", t("columns.collected"), t("inspector.dateNote"))}
        {text("collector", t("columns.collector"))}
        {text("method", t("columns.method"))}
        {attributes.map(({ guid, name }) => (
          <Editable
            key={guid}
            label={name}
            value={source.values[name] ?? ""}
            onSave={(value) =>
              saveCell(
                source,
                {
                  id: ATTRIBUTE + name,
                  label: name,
                  width: 0,
                  isNumber: false,
                  isGroup: true,
                  edit: "text",
                },
                value,
              )
            }
          />
        ))}
      </Writing>
      <SourceCard source={source} />
      <Facts source={source} />
      <Button look="danger" icon="trash" writes onPress={onRemove}>
        {t("inspector.remove")}
      </Button>
    </>
  );
}

interface Props extends Omit<BulkProps, "count"> {
  active: string | null;
  count: number;
  onClose?: (() => void) | undefined;
}

/** What is selected, to look at and correct. */
export function Inspector({ active, count, onClose, ...on }: Props) {
  const { t } = useTranslation("collect");
  const { data } = useSource(active, useSeen());
  return (
    <section className="inspector" aria-label={t("inspector.title")}>
      {count > 1 ? (
        <Bulk count={count} {...on} />
      ) : (
        data && <One key={data.guid} source={data} onClose={onClose} onRemove={on.onRemove} />
      )}
    </section>
  );
}
