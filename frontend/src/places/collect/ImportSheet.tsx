import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCases } from "../../api/cases";
import { useStudyId } from "../../api/study";
import type { Said } from "../../api/types";
import { useDropped } from "../../app/DropArea";
import { useUndoing } from "../../app/undoing";
import { Button, IconButton } from "../../components/Button";
import { Checkbox } from "../../components/Field";
import { toast, toastProblem } from "../../components/toasts";
import { ImportFile } from "./ImportFile";
import { ImportList } from "./ImportList";
import {
  addFiles,
  counted,
  type Entry,
  leaveWritten,
  open,
  putAway,
  say,
  stateOf,
  stop,
  takeUp,
  useImporting,
  write,
} from "./importing";

type Counts = ReturnType<typeof counted>;

/** What became of the files so far, in a line. */
function Summary({ counts, count }: { counts: Counts; count: number }) {
  const { t } = useTranslation("collect");
  const { isWriting, isLost } = useImporting();
  const busy = counts.waiting + counts.writing;
  const told = [
    counts.written > 0 && t("import.done", { count: counts.written }),
    counts.ready > 0 && t("import.ready", { count: counts.ready }),
    counts.left > 0 && t("import.leftOut", { count: counts.left }),
    counts.failed > 0 && t("import.refused", { count: counts.failed }),
  ];
  return (
    <div className="import-summary" role="status">
      {busy > 0 && <progress max={count} value={count - busy} aria-label={t("import.progress")} />}
      <span>
        {isLost && `${t("import.lost")} `}
        {busy > 0 && !isLost
          ? t(isWriting ? "import.writing" : "import.looking", { done: count - busy, count })
          : told.filter(Boolean).join(" · ")}
      </span>
    </div>
  );
}

function useDoings() {
  const { t } = useTranslation(["collect", "shell"]);
  const { undo } = useUndoing();
  const fail = (error: unknown) => toastProblem(error, t("import.failed"), t("shell:offline.hint"));
  const onSay = (said: Said) => void say(said).catch(fail);
  const onWrite = async () => {
    const written = await write();
    const left = counted(useImporting.getState().entries);
    const more = [
      left.ready > 0 && t("import.notWritten", { count: left.ready }),
      left.failed > 0 && t("import.refused", { count: left.failed }),
    ]
      .filter(Boolean)
      .join(" · ");
    if (written > 0 || more) {
      toast(t("import.done", { count: written }), {
        tone: written > 0 ? "good" : "plain",
        ...(more && { more }),
        ...(written > 0 && { doing: { label: t("shell:undo.undo"), act: undo } }),
      });
    }
    leaveWritten();
  };
  return {
    onSay,
    onTake: ({ number }: Entry, taken: boolean) => onSay({ numbers: [number], taken }),
    onWrite: () => void onWrite().catch(fail),
    onStop: () => void stop().catch(fail),
  };
}

/** The sheet on which files are looked at before anything is written; the workspace stays usable. */
function Sheet() {
  const { t } = useTranslation(["collect", "shell"]);
  const { entries, formats, shown, isWriting } = useImporting();
  const { data: cases } = useCases();
  const doings = useDoings();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const counts = counted(entries);
  const entry = entries.find(({ number }) => number === shown) ?? entries[0];
  const state = entry && stateOf(entry);
  return (
    <section
      className="import-sheet"
      aria-labelledby="import-title"
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && open(false)}
    >
      <header>
        <h2 id="import-title" ref={heading} tabIndex={-1}>
          {t("import.title")}
        </h2>
        <p className="muted">{t("import.hint")}</p>
        <IconButton icon="down" label={t("import.fold")} keys="Esc" onPress={() => open(false)} />
      </header>
      <div className="import-bar">
        <Summary counts={counts} count={entries.length} />
        {isWriting ? (
          <Button icon="close" onPress={doings.onStop}>
            {t("import.stop")}
          </Button>
        ) : (
          <Button look="quiet" onPress={putAway}>
            {t("import.putAway")}
          </Button>
        )}
        <Button
          look="primary"
          icon="import"
          isDisabled={counts.ready === 0 || counts.waiting > 0}
          isPending={isWriting}
          onPress={doings.onWrite}
        >
          {t("import.write", { count: counts.ready + counts.writing })}
        </Button>
      </div>
      <div className="import-body">
        <ImportList entries={entries} shown={shown} isBusy={isWriting} onTake={doings.onTake} />
        <div className="import-detail">
          {entry && (state === "ready" || state === "left") && (
            <Checkbox
              isSelected={state === "ready"}
              isDisabled={isWriting}
              onChange={(isTaken) => doings.onTake(entry, isTaken)}
            >
              {t("import.take", { name: entry.name })}
            </Checkbox>
          )}
          {entry && (
            <ImportFile
              entry={entry}
              cases={(cases ?? []).map(({ name }) => name)}
              formats={formats}
              isBusy={isWriting}
              onSay={doings.onSay}
            />
          )}
        </div>
      </div>
    </section>
  );
}

/** The import that is under way, if one is; files that are dropped or picked begin one. */
export function ImportSheet() {
  const study = useStudyId();
  const files = useDropped((dropped) => dropped.files);
  const isOpen = useImporting((importing) => importing.isOpen && importing.entries.length > 0);
  useEffect(() => {
    if (!files) return;
    const { said } = useDropped.getState();
    useDropped.setState({ files: null, said: {} });
    addFiles(study, files, said as Said);
  }, [files, study]);
  useEffect(() => void takeUp(study), [study]);
  return isOpen ? <Sheet /> : null;
}

/** Says that files wait, while their sheet is folded. */
export function ImportWaiting() {
  const { t } = useTranslation("collect");
  const { entries, isOpen, isWriting } = useImporting();
  if (entries.length === 0 || isOpen) return null;
  const counts = counted(entries);
  const others = entries.length - counts.failed - counts.written;
  const told = [
    others > 0 && t(isWriting ? "import.comingIn" : "import.wait", { count: others }),
    counts.failed > 0 && t("import.refused", { count: counts.failed }),
  ];
  return (
    <Button look="quiet" icon={counts.failed > 0 ? "warning" : "import"} onPress={() => open(true)}>
      {told.filter(Boolean).join(" · ") || t("import.title")}
    </Button>
  );
}
