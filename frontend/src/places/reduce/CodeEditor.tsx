import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddCode, useChangeCode } from "../../api/codes";
import type { Code, CodePatch } from "../../api/types";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Checkbox, Select, TextField } from "../../components/Field";
import { toastProblem } from "../../components/toasts";

/** Colours that are told apart by most eyes, in the light and in the dark. */
const COLOURS = [
  "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#882255", "#117733",
  "#4b3fa8", "#8c7300", "#b5401a", "#4d4d4d",
]; // biome-ignore format: a palette

const KINDS = ["a priori", "inductive", "pattern"] as const;
const TEXTS = ["definition", "when_to_use", "when_not_to_use"] as const;

interface Props {
  /** The code to be changed; without it one is made. */
  code?: Code;
  parent: Code | null;
  onClose: () => void;
}

interface Entry {
  name: string;
  colour: string;
  codable: boolean;
  kind: (typeof KINDS)[number];
  short: string;
  definition: string;
  when_to_use: string;
  when_not_to_use: string;
  examples: string;
}

function entryOf(code: Code | undefined, parent: Code | null): Entry {
  return {
    name: code?.name ?? "",
    colour: code?.colour ?? parent?.colour ?? COLOURS[0] ?? "#0072b2",
    codable: code?.codable ?? true,
    kind: (code?.kind as Entry["kind"]) ?? "inductive",
    short: code?.short ?? "",
    definition: code?.definition ?? "",
    when_to_use: code?.when_to_use ?? "",
    when_not_to_use: code?.when_not_to_use ?? "",
    examples: code?.examples.join("\n") ?? "",
  };
}

/** What of an entry is another than it was. */
function changesOf(entry: Entry, before: Entry): CodePatch {
  const changed = Object.entries(entry).filter(
    ([field, value]) => before[field as keyof Entry] !== value,
  );
  const examples = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
  return Object.fromEntries(
    changed.map(([field, value]) => [
      field,
      field === "examples" ? examples(String(value)) : value,
    ]),
  );
}

function Colours({ value, onChange }: { value: string; onChange: (colour: string) => void }) {
  const { t } = useTranslation("reduce");
  const name = useId();
  return (
    <fieldset className="colours">
      <legend>{t("entry.colour")}</legend>
      {COLOURS.map((colour) => (
        <label key={colour} style={{ "--ink": colour } as React.CSSProperties}>
          <input
            type="radio"
            name={name}
            aria-label={colour}
            checked={colour === value.toLowerCase()}
            onChange={() => onChange(colour)}
          />
          <span />
        </label>
      ))}
      <label className="colour-own">
        <input
          type="color"
          aria-label={t("entry.ownColour")}
          value={value.toLowerCase()}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
    </fieldset>
  );
}

/** A code's entry in the codebook: its name, its colour, and when it is used. */
export function CodeEditor({ code, parent, onClose }: Props) {
  const { t } = useTranslation(["reduce", "shell"]);
  const [before] = useState(() => entryOf(code, parent));
  const [entry, setEntry] = useState(before);
  const add = useAddCode();
  const change = useChangeCode();
  const form = useId();
  const set = (more: Partial<Entry>) => setEntry({ ...entry, ...more });
  const onError = (error: unknown) =>
    toastProblem(error, t("failed.change"), t("shell:offline.hint"));

  const save = (event: FormEvent) => {
    event.preventDefault();
    const name = entry.name.trim();
    if (name === "") return;
    const patch = changesOf({ ...entry, name }, before);
    const done = { onSuccess: onClose, onError };
    if (code) {
      if (Object.keys(patch).length === 0) onClose();
      else change.mutate({ code, patch }, done);
      return;
    }
    const under = parent ? { parent: parent.guid } : {};
    add.mutate({ ...patch, name, colour: entry.colour, ...under }, done);
  };
  const title = code ? t("codes.editTitle", { name: code.name }) : t("codes.addTitle");
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      width="40rem"
      footer={
        <>
          <Button onPress={onClose}>{t("shell:cancel")}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            isDisabled={entry.name.trim() === ""}
            isPending={add.isPending || change.isPending}
          >
            {code ? t("entry.save") : t("entry.make")}
          </Button>
        </>
      }
    >
      <form id={form} className="entry" onSubmit={save}>
        <TextField
          label={t("entry.name")}
          value={entry.name}
          onChange={(name) => set({ name })}
          autoFocus
          {...(parent && { note: t("entry.under", { path: parent.path }) })}
        />
        <Colours value={entry.colour} onChange={(colour) => set({ colour })} />
        <TextField
          label={t("entry.short")}
          note={t("entry.shortNote")}
          value={entry.short}
          onChange={(short) => set({ short })}
        />
        {TEXTS.map((field) => (
          <TextField
            key={field}
            label={t(`entry.${field}`)}
            rows={2}
            value={entry[field]}
            onChange={(text) => set({ [field]: text })}
          />
        ))}
        <TextField
          label={t("entry.examples")}
          note={t("entry.examplesNote")}
          rows={2}
          value={entry.examples}
          onChange={(examples) => set({ examples })}
        />
        <div className="entry-line">
          <Select
            label={t("entry.kind")}
            choices={KINDS.map((id) => ({ id, label: t(`entry.kinds.${id}`) }))}
            value={entry.kind}
            onChange={(kind) => set({ kind })}
          />
          <Checkbox isSelected={entry.codable} onChange={(codable) => set({ codable })}>
            {t("entry.codable")}
          </Checkbox>
        </div>
      </form>
    </Dialog>
  );
}
