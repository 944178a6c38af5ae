import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCases } from "../../api/cases";
import { useSets } from "../../api/sets";
import { useChangeSources } from "../../api/sources";
import type { SourcesChange } from "../../api/types";
import { useUndoing } from "../../app/undoing";
import { Button, IconButton } from "../../components/Button";
import { Select, TextField } from "../../components/Field";
import { toast, toastProblem } from "../../components/toasts";
import { Writing } from "../../components/Writing";
import { useFieldChoices } from "./choices";
import { asAsked, type Choice } from "./choosing";
import { useSourceAttributes } from "./source-attributes";

export interface BulkProps {
  choice: Choice;
  count: number;
  onRemove: () => void;
  onNone: () => void;
}

interface WrittenProps {
  label: string;
  note?: string;
  /** Names to choose from; any other may be written. */
  known?: readonly string[];
  doing: string;
  isPending: boolean;
  onSave: (value: string) => void;
}

/** A line that is written and then said of all. */
function Written({ label, note, known, doing, isPending, onSave }: WrittenProps) {
  const [text, setText] = useState("");
  const save = () => {
    if (text.trim() === "") return;
    onSave(text.trim());
    setText("");
  };
  const list = known && `known ${label}`.replaceAll(" ", "-");
  return (
    <div className="bulk-line">
      <TextField
        label={label}
        value={text}
        onChange={setText}
        {...(note && { note })}
        {...(list && { list })}
        onKeyDown={(event) => event.key === "Enter" && save()}
      />
      {list && (
        <datalist id={list}>
          {known.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      <Button small isDisabled={text.trim() === "" || isPending} onPress={save}>
        {doing}
      </Button>
    </div>
  );
}

/** The same said of several sources at once, each time as one change. */
export function Bulk({ choice, count, onRemove, onNone }: BulkProps) {
  const { t, i18n } = useTranslation(["collect", "shell"]);
  const change = useChangeSources();
  const { undo } = useUndoing();
  const { data: cases } = useCases();
  const attributes = useSourceAttributes();
  const sets = useSets("source").filter(({ query }) => !query);
  const choices = useFieldChoices();
  const [attribute, setAttribute] = useState<string | null>(null);
  const n = new Intl.NumberFormat(i18n.language).format(count);
  const save = (patch: SourcesChange) =>
    change.mutate(
      { chosen: asAsked(choice), patch },
      {
        onSuccess: ({ sources }) =>
          toast(
            t("bulk.done", {
              count: sources,
              n: new Intl.NumberFormat(i18n.language).format(sources),
            }),
            { tone: "good", doing: { label: t("shell:undo.undo"), act: undo } },
          ),
        onError: (error) => toastProblem(error, t("failed.change"), t("shell:offline.hint")),
      },
    );
  const written = (label: string, patch: (value: string) => SourcesChange, more = {}) => (
    <Written
      label={label}
      doing={t("bulk.set")}
      isPending={change.isPending}
      onSave={(value) => save(patch(value))}
      {...more}
    />
  );
  const chosen = attributes.find(({ guid }) => guid === attribute) ?? attributes[0];
  return (
    <>
      <header className="inspector-head">
        <h2>{t("inspector.many", { count, n })}</h2>
        <IconButton icon="close" label={t("inspector.none")} onPress={onNone} />
      </header>
      <p className="muted" role="status">
        {t(change.isPending ? "bulk.busy" : "bulk.hint")}
      </p>
      <Writing>
        <Select
          label={t("columns.kind")}
          placeholder={t("bulk.keep")}
          choices={choices.kinds}
          value={null}
          disabled={change.isPending}
          onChange={(kind) => save({ kind })}
        />
        <Select
          label={t("columns.status")}
          placeholder={t("bulk.keep")}
          choices={choices.statuses}
          value={null}
          disabled={change.isPending}
          onChange={(status) => save({ status })}
        />
        <Select
          label={t("columns.language")}
          placeholder={t("bulk.keep")}
          choices={choices.languages(null)}
          value={null}
          disabled={change.isPending}
          onChange={(language) => save({ language })}
        />
        {written(t("bulk.case"), (value) => ({ case: value }), {
          known: (cases ?? []).map(({ name }) => name),
          doing: t("bulk.add"),
        })}
        {written(t("bulk.toSet"), (value) => ({ to_set: value }), {
          known: sets.map(({ name }) => name),
          doing: t("bulk.add"),
        })}
        {written(t("columns.collected"), (collected) => ({ collected }), {
          note: t("inspector.dateNote"),
        })}
        {written(t("columns.collector"), (collector) => ({ collector }))}
        {written(t("columns.method"), (method) => ({ method }))}
        {chosen && (
          <fieldset className="bulk-attribute">
            <legend>{t("bulk.attribute")}</legend>
            <Select
              label={t("bulk.which")}
              hidden
              choices={attributes.map(({ guid, name }) => ({ id: guid, label: name }))}
              value={chosen.guid}
              onChange={setAttribute}
            />
            <Written
              key={chosen.guid}
              label={chosen.name}
              doing={t("bulk.set")}
              isPending={change.isPending}
              known={chosen.options}
              onSave={(value) => save({ attributes: { [chosen.name]: value } })}
            />
          </fieldset>
        )}
      </Writing>
      <Button look="danger" icon="trash" writes onPress={onRemove}>
        {t("inspector.removeMany", { count, n })}
      </Button>
    </>
  );
}
