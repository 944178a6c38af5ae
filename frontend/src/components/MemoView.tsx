import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useUndoOf } from "../api/history";
import { useChangeMemo, useRemoveMemo, useTick } from "../api/memos";
import { useStudy } from "../api/study";
import type { Memo } from "../api/types";
import { dated } from "../lib/dates";
import { draftKey, draftOf } from "../stores/drafts";
import { AboutChips } from "./AboutChips";
import { Badge } from "./Bits";
import { Button, IconButton } from "./Button";
import { Markdown } from "./Markdown";
import { MemoWriter } from "./MemoWriter";
import { RemarksOf } from "./RemarksOf";
import { toast, toastProblem } from "./toasts";
import "./memo.css";

/** Removing a memo, with the way back. */
export function useMemoRemoval() {
  const { t } = useTranslation(["memos", "shell"]);
  const remove = useRemoveMemo();
  const undo = useUndoOf();
  const refused = (error: unknown) =>
    toastProblem(error, t("failed.remove"), t("shell:offline.hint"));
  return (memo: Memo, onGone?: () => void) =>
    remove.mutate(memo, {
      onSuccess: ({ seq }) => {
        const act = () => undo.mutateAsync(seq).catch(refused);
        toast(t("removed", { title: memo.title }), { doing: { label: t("undo"), act } });
        onGone?.();
      },
      onError: refused,
    });
}

interface Props {
  memo: Memo;
  /** The panel is narrow. */
  compact?: boolean;
  /** It is opened to be written at once. */
  isWriting?: boolean;
  onWriting?: (isWriting: boolean) => void;
  onRemoved?: () => void;
}

/** A memo to be read, and written over in its place. */
export function MemoView({ memo, compact, isWriting, onWriting, onRemoved }: Props) {
  const { t } = useTranslation(["memos", "shell"]);
  const { data: study } = useStudy();
  const change = useChangeMemo();
  const tick = useTick();
  const remove = useMemoRemoval();
  const [own, setOwn] = useState(
    () => study !== undefined && draftOf(draftKey(study.guid, memo.guid)) !== null,
  );
  const writes = isWriting ?? own;
  const setWrites = (now: boolean) => (onWriting ? onWriting(now) : setOwn(now));
  const readOnly = !study || Boolean(study.read_only);
  // A draft of an earlier window is opened again by itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once for each memo
  useEffect(() => {
    if (own && onWriting) onWriting(true);
  }, [memo.guid]);
  const failed = (error: unknown) =>
    toastProblem(error, t("failed.change"), t("shell:offline.hint"));
  return (
    <article className={`memo${compact ? " compact" : ""}`} aria-label={memo.title}>
      <header className="memo-head">
        {!writes && <Badge>{t(`memoKinds.${memo.kind as "jotting"}`)}</Badge>}
        <span className="muted">
          {memo.author} · {dated(memo.created)}
        </span>
        {!readOnly && !writes && (
          <span className="memo-doings">
            <Button small look="quiet" icon="edit" onPress={() => setWrites(true)}>
              {t("edit")}
            </Button>
            <IconButton
              icon="trash"
              size={16}
              label={t("remove", { title: memo.title })}
              onPress={() => remove(memo, onRemoved)}
            />
          </span>
        )}
      </header>
      {writes ? (
        <MemoWriter
          memo={memo}
          about={[]}
          autoFocus
          compact={compact ?? false}
          onDone={() => setWrites(false)}
        />
      ) : (
        <>
          {compact ? (
            <h3 className="memo-title">
              <a className="memo-title-link" href={`#/memos/${memo.guid}`}>
                {memo.title}
              </a>
            </h3>
          ) : (
            <h2 className="memo-title">{memo.title}</h2>
          )}
          <Markdown
            text={memo.body}
            onTick={
              readOnly
                ? undefined
                : (task) => tick.mutateAsync({ memo: memo.guid, ...task }).catch(failed)
            }
          />
        </>
      )}
      <AboutChips
        about={memo.about}
        onChange={
          readOnly ? undefined : (about) => change.mutate({ memo, about }, { onError: failed })
        }
      />
      <RemarksOf kind="memo" guid={memo.guid} quiet />
    </article>
  );
}
