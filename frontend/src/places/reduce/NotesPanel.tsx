import { useTranslation } from "react-i18next";
import { create } from "zustand";
import { useSheets } from "../../api/forms";
import { useSource } from "../../api/sources";
import { useWritten } from "../../commands/keymap";
import { useCommands } from "../../commands/registry";
import { IconButton } from "../../components/Button";
import { FormPanel } from "../../components/FormPanel";
import { MemosAbout } from "../../components/MemosAbout";
import { RemarksOf } from "../../components/RemarksOf";
import { Segmented } from "../../components/Segmented";
import { useDesk } from "./desk";

type Notes = "form" | "memos";
const NOTES: readonly Notes[] = ["form", "memos"];

/** What is noted beside the text: nothing, the summary form, or the memos of the source. */
export const useNotes = create<{ open: Notes | null }>()(() => ({ open: null }));

function toggle(): void {
  useNotes.setState(({ open }) => ({ open: open ? null : "form" }));
}

/** The button and the key that open the notes. */
export function NotesButton() {
  const { t } = useTranslation("commands");
  const key = useWritten("reduce.notes");
  const isOpen = useNotes(({ open }) => open !== null);
  useCommands({ "reduce.notes": toggle });
  return (
    <IconButton
      icon="memo"
      label={t("reduce.notes")}
      keys={key}
      pressed={isOpen}
      onPress={toggle}
    />
  );
}

/** The summary form and the memos of the source that is read, beside its text. */
export function NotesPanel({ source }: { source: string }) {
  const { t } = useTranslation(["memos", "shell"]);
  const { data } = useSource(source);
  const sheets = useSheets("source");
  const open = useNotes((notes) => notes.open) ?? "form";
  const filled = sheets.data?.find(({ guid }) => guid === source)?.forms;
  const close = () => {
    useNotes.setState({ open: null });
    useDesk.getState().reader?.focus();
  };
  return (
    <section className="codebook notes-panel" aria-label={t("notes.title")}>
      <header className="side-head">
        <h2 className="sr-only">{t("notes.title")}</h2>
        <Segmented
          small
          label={t("notes.which")}
          value={open}
          choices={NOTES.map((id) => ({ id, label: t(`notes.${id}`) }))}
          onChange={(now) => useNotes.setState({ open: now })}
        />
        <span className="push" />
        <IconButton icon="close" label={t("shell:close")} onPress={close} />
      </header>
      <div className="notes-body">
        {open === "form" && data && sheets.data && (
          <FormPanel
            key={source}
            about="source"
            guid={source}
            kind={data.kind}
            filled={Object.keys(filled ?? {})}
          />
        )}
        {open === "memos" && (
          <>
            <MemosAbout key={source} about={{ kind: "source", guid: source }} deep title={null} />
            <RemarksOf key={`remarks ${source}`} kind="source" guid={source} quiet />
          </>
        )}
      </div>
    </section>
  );
}
