import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { FileTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useUndoOf } from "../../../api/history";
import type { Merged } from "../../../api/merges";
import { useSeen } from "../../../api/seen";
import { useStudyId } from "../../../api/study";
import { useDropped } from "../../../app/DropArea";
import { EmptyState } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { toast, toastProblem } from "../../../components/toasts";
import { Choosing } from "./Choosing";
import { Coming } from "./Coming";
import { putAway, send, useMerging } from "./merging";
import "./merging.css";

interface BeginProps {
  study: string;
  onFail: (error: unknown) => void;
}

/** Asks for the copy. */
function Begin({ study, onFail }: BeginProps) {
  const { t } = useTranslation("merging");
  const sending = useMerging((merging) => merging.sending);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file) void send(study, file).catch(onFail);
  };
  return (
    <EmptyState
      icon="import"
      title={t("begin.title")}
      doings={
        <FileTrigger acceptedFileTypes={[".jejak"]} onSelect={take}>
          <Button look="primary" icon="import" writes isPending={sending !== null}>
            {sending === null ? t("begin.choose") : t("begin.reading", { file: sending })}
          </Button>
        </FileTrigger>
      }
    >
      {t("begin.body")}
    </EmptyState>
  );
}

/** What came, and the way back. */
function Done({ done, onFail }: { done: Merged } & Omit<BeginProps, "study">) {
  const { t } = useTranslation(["merging", "history"]);
  const undo = useUndoOf();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { plan, seq } = done;
  const takeBack = () =>
    undo.mutate(seq, {
      onSuccess: ({ text }) => {
        toast(t("history:undoneNow", { text }), { tone: "good" });
        void putAway().catch(onFail);
      },
      onError: onFail,
    });
  return (
    <section aria-labelledby="merge-done">
      <h2 id="merge-done" ref={heading} tabIndex={-1}>
        {t("done", { other: plan.other })}
      </h2>
      <Coming plan={plan} />
      {plan.clashes.length > 0 && <p>{t("chosen", { count: plan.clashes.length })}</p>}
      <div className="merge-doings">
        {seq !== null && (
          <>
            <Link href={`/history?seq=${seq}`}>{t("seeChange", { seq })}</Link>
            <Button icon="undo" writes isPending={undo.isPending} onPress={takeBack}>
              {t("takeBack")}
            </Button>
          </>
        )}
        <Button onPress={() => void putAway().catch(onFail)}>{t("another")}</Button>
      </div>
    </section>
  );
}

/** Takes a copy that was dropped anywhere in the study; it stands instead of one that was being looked at. */
function useDroppedCopy(study: string, isBlind: boolean, onFail: (error: unknown) => void) {
  const copy = useDropped((dropped) => dropped.copy);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is dropped is sent once
  useEffect(() => {
    if (!copy) return;
    useDropped.setState({ copy: null });
    if (!isBlind) void send(study, copy).catch(onFail);
  }, [copy, study, isBlind]);
}

/** The work of a copy brought in: the file, what would come, what stays where both did something else. */
export function MergePage() {
  const { t } = useTranslation(["merging", "shell"]);
  const study = useStudyId();
  const queries = useQueryClient();
  const { isBlind } = useSeen();
  const { study: of, merge, done } = useMerging();
  const onFail = (error: unknown) => toastProblem(error, t("failed"), t("shell:offline.hint"));
  useDroppedCopy(study, isBlind, onFail);
  const mine = of === study;
  return (
    <div className="place-page history merging">
      <header className="place-head">
        <div>
          <Link href="/history">{t("back")}</Link>
          <h1>{t("title")}</h1>
          <p className="muted">{t("lead")}</p>
        </div>
      </header>
      {isBlind && <EmptyState icon="shield" title={t("blind")} />}
      {!isBlind && mine && done && <Done done={done} onFail={onFail} />}
      {!isBlind && mine && merge && (
        <Choosing
          key={merge.guid}
          merge={merge}
          onFail={onFail}
          onDone={() => void queries.invalidateQueries()}
        />
      )}
      {!isBlind && !(mine && (merge || done)) && <Begin study={study} onFail={onFail} />}
    </div>
  );
}
