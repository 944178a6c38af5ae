import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { invalidate } from "../../api/keys";
import { useStudyId } from "../../api/study";
import { useDropped } from "../../app/DropArea";
import { useUndoing } from "../../app/undoing";
import { Button } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { toast, toastProblem } from "../../components/toasts";
import { ImportLine } from "./ImportLine";
import { type Correction, type Line, looked, NO_CORRECTION, send, written } from "./importing";

type Update = (lines: readonly Line[]) => readonly Line[];

const fresh = (files: readonly File[]): Line[] =>
  files.map((file, id) => ({
    id,
    file,
    seen: null,
    correction: { ...NO_CORRECTION, ...useDropped.getState().said },
    isTaken: false,
    state: "looking",
  }));

/** Looks at files, takes corrections, and writes; every step can be left. */
function useImport(files: readonly File[]) {
  const { t } = useTranslation(["collect", "shell"]);
  const study = useStudyId();
  const queries = useQueryClient();
  const { undo } = useUndoing();
  const [lines, setLines] = useState<readonly Line[]>(() => fresh(files));
  const [isWriting, setWriting] = useState(false);
  const aborting = useRef(new AbortController());
  const update = (change: Update) => setLines(change);
  const refuse = (error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") return;
    toastProblem(error, t("import.failed"), t("shell:offline.hint"));
    update((now) =>
      now.map((line) =>
        line.state === "looking" || line.state === "writing" ? { ...line, state: "failed" } : line,
      ),
    );
  };
  const look = (wanted: readonly Line[]) => {
    const ids = new Set(wanted.map(({ id }) => id));
    update((now) => now.map((line) => (ids.has(line.id) ? { ...line, state: "looking" } : line)));
    return send(wanted, {
      study,
      dryRun: true,
      signal: aborting.current.signal,
      onSeen: (seen) =>
        update((now) =>
          now.map((line) => {
            const told = seen.get(line.id);
            return told ? looked(line, told) : line;
          }),
        ),
    }).catch(refuse);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the files are looked at once
  useEffect(() => {
    aborting.current = new AbortController();
    void look(fresh(files));
    return () => aborting.current.abort();
  }, [files]);

  const correct = (line: Line, more: Partial<Correction>) => {
    const corrected = { ...line, correction: { ...line.correction, ...more } };
    update((now) => now.map((one) => (one.id === line.id ? corrected : one)));
    if (more.encoding !== undefined || more.language !== undefined) void look([corrected]);
  };
  const take = (line: Line, isTaken: boolean) =>
    update((now) => now.map((one) => (one.id === line.id ? { ...one, isTaken } : one)));
  const write = async () => {
    const taken = lines.filter(({ isTaken, state }) => isTaken && state === "ready");
    const ids = new Set(taken.map(({ id }) => id));
    let done = 0;
    setWriting(true);
    update((now) => now.map((line) => (ids.has(line.id) ? { ...line, state: "writing" } : line)));
    await send(taken, {
      study,
      dryRun: false,
      signal: aborting.current.signal,
      onSeen: (seen) => {
        done += [...seen.values()].filter(({ ok }) => ok).length;
        update((now) =>
          now.map((line) => {
            const told = seen.get(line.id);
            return told ? written(line, told) : line;
          }),
        );
      },
    }).catch(refuse);
    setWriting(false);
    invalidate(queries, ["source", "case"]);
    if (done > 0)
      toast(t("import.done", { count: done }), {
        tone: "good",
        doing: { label: t("shell:undo.undo"), act: undo },
      });
    return done === taken.length;
  };
  return { lines, isWriting, correct, take, write };
}

/** What became of the files so far, in a line. */
function Summary({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation("collect");
  const of = (state: Line["state"]) => lines.filter((line) => line.state === state).length;
  const busy = of("looking") + of("writing");
  const settled = lines.length - busy;
  return (
    <div className="import-summary" role="status">
      {busy > 0 ? (
        <>
          <progress max={lines.length} value={settled} aria-label={t("import.progress")} />
          <span>{t("import.so_far", { done: settled, count: lines.length })}</span>
        </>
      ) : (
        <span>
          {[
            of("done") > 0 && t("import.done", { count: of("done") }),
            of("ready") > 0 && t("import.ready", { count: of("ready") }),
            of("failed") > 0 && t("import.refused", { count: of("failed") }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      )}
    </div>
  );
}

/** The sheet on which files are looked at before anything is written. */
function Sheet({ files, cases }: { files: readonly File[]; cases: readonly string[] }) {
  const { t } = useTranslation(["collect", "shell"]);
  const { lines, isWriting, correct, take, write } = useImport(files);
  const close = () => useDropped.setState({ files: null });
  const taken = lines.filter(({ isTaken, state }) => isTaken && state === "ready").length;
  const isLooking = lines.some(({ state }) => state === "looking");
  return (
    <Dialog
      title={t("import.title")}
      isOpen
      onClose={close}
      width="64rem"
      footer={
        <>
          <Summary lines={lines} />
          <Button onPress={close}>
            {t(taken > 0 || isWriting ? "shell:cancel" : "shell:close")}
          </Button>
          {(taken > 0 || isWriting || isLooking) && (
            <Button
              look="primary"
              icon="import"
              isDisabled={taken === 0 || isLooking}
              isPending={isWriting}
              onPress={() => void write().then((whole) => whole && close())}
            >
              {t("import.write", { count: taken })}
            </Button>
          )}
        </>
      }
    >
      <p className="muted">{t("import.hint")}</p>
      <ul className="import-lines">
        {lines.map((line) => (
          <ImportLine
            key={line.id}
            line={line}
            cases={cases}
            onCorrect={(more) => correct(line, more)}
            onTake={(isTaken) => take(line, isTaken)}
          />
        ))}
      </ul>
    </Dialog>
  );
}

/** The import that is under way, if one is. */
export function ImportSheet({ cases }: { cases: readonly string[] }) {
  const files = useDropped((dropped) => dropped.files);
  return files && <Sheet key={files.length} files={files} cases={cases} />;
}
