/** Writing a memo: the draft, its saving, and what happens when it was changed elsewhere meanwhile. */

import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../api/live";
import { type About, type MemoKind, useAddMemo, useChangeMemo } from "../api/memos";
import { isOffline } from "../api/problem";
import { useStudyId } from "../api/study";
import type { Memo } from "../api/types";
import { isBlank, titleOf } from "../lib/markdown-edit";
import { type Base, draftKey, draftOf, dropDraft, type Kept, keepDraft } from "../stores/drafts";
import { toast, toastProblem } from "./toasts";

export interface Wanted {
  /** The memo as it is now; `null` while there is none yet. */
  memo: Memo | null;
  /** Tells new memos apart: what it is about. */
  draft?: string | undefined;
  /** What a new memo begins with. */
  kind?: MemoKind | undefined;
  body?: string | undefined;
  about: readonly About[];
  onSaved?: ((memo: Memo) => void) | undefined;
}

type Words = Pick<Kept, "title" | "body" | "kind">;

const same = (one: Words, other: Words) =>
  one.title === other.title && one.body === other.body && one.kind === other.kind;

const baseOf = ({ revision, title, body, kind }: Memo): Base => ({ revision, title, body, kind });

/** What differs from what it was written over. */
function changesOf(kept: Words, base: Words): Partial<Words> {
  return {
    ...(kept.title !== base.title && { title: kept.title.trim() || titleOf(kept.body) }),
    ...(kept.body !== base.body && { body: kept.body }),
    ...(kept.kind !== base.kind && { kind: kept.kind }),
  };
}

/** Whether somebody else wrote over the same words. */
export function isContested(kept: Kept | null, memo: Memo | null): boolean {
  if (!kept?.base || !memo || kept.base.revision === memo.revision) return false;
  return !same(kept.base, memo) && !same(kept, memo);
}

export type Standing = "clean" | "unsaved" | "saving" | "kept" | "contested";

export function useWriting({ memo, draft, kind, body, about, onSaved }: Wanted) {
  const { t } = useTranslation(["memos", "shell"]);
  const study = useStudyId();
  const key = draftKey(study, memo?.guid ?? `new ${draft ?? ""}`.trim());
  const add = useAddMemo();
  const change = useChangeMemo();
  const heard = useLive((live) => live.heard);
  const [kept, setKept] = useState<Kept | null>(() => draftOf(key));
  const [isRestored, setRestored] = useState(kept !== null);
  const [isSaving, setSaving] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const start: Words = memo ?? { title: "", body: body ?? "", kind: kind ?? "theoretical" };
  const words: Words = kept ?? start;
  const contested = !isSaving && isContested(kept, memo);
  const latest = useRef({ kept, memo, contested, about, onSaved, isSaving });
  latest.current = { kept, memo, contested, about, onSaved, isSaving };

  const put = useCallback(
    (next: Kept | null) => {
      latest.current = { ...latest.current, kept: next };
      if (next) keepDraft(key, next);
      else dropDraft(key);
      setKept(next);
    },
    [key],
  );
  const edit = (patch: Partial<Words>) => {
    const base = kept?.base ?? (memo && baseOf(memo));
    const next = { ...words, ...patch, base, at: Date.now() };
    setRestored(false);
    put(!contested && same(next, start) ? null : next);
  };

  const write = useCallback(
    (sent: Kept, over: Memo | null) => {
      if (!over) {
        return add.mutateAsync({
          title: sent.title.trim() || titleOf(sent.body),
          body: sent.body,
          kind: sent.kind as MemoKind,
          about: [...latest.current.about],
        });
      }
      const changes = changesOf(sent, over) as Partial<Words> & { kind?: MemoKind };
      return change.mutateAsync({ memo: over, ...changes });
    },
    [add.mutateAsync, change.mutateAsync],
  );
  /** Saves what is written; the memo then, or `null` where there was nothing to save or it failed. */
  const save = useCallback(async (): Promise<Memo | null> => {
    const { kept: sent, memo: over, contested: isHeld, isSaving: isBusy } = latest.current;
    if (!sent || isHeld || isBusy) return null;
    if (!over && isBlank(sent.body)) {
      if (isBlank(sent.title)) put(null);
      return null;
    }
    setSaving(true);
    latest.current.isSaving = true;
    try {
      const saved = await write(sent, over);
      const now = latest.current.kept;
      put(now && now !== sent ? { ...now, base: baseOf(saved) } : null);
      setFailed(false);
      setRestored(false);
      latest.current.onSaved?.(saved);
      return saved;
    } catch (error) {
      setFailed(true);
      const isStale = (error as { code?: string }).code === "stale-revision";
      if (!isStale && !isOffline(error)) {
        toastProblem(error, t("writer.failed"), t("shell:offline.hint"));
      }
      return null;
    } finally {
      latest.current.isSaving = false;
      setSaving(false);
    }
  }, [write, put, t]);

  // What was not taken while the server was away is saved once it is back.
  useEffect(() => {
    if (heard && latest.current.kept && hasFailed) void save();
  }, [heard, hasFailed, save]);
  // Leaving saves.
  useEffect(() => () => void save(), [save]);

  const giveUp = () => {
    const lost = kept;
    put(null);
    setRestored(false);
    if (!lost || isBlank(lost.body)) return;
    toast(t("writer.givenUp"), { doing: { label: t("writer.back"), act: () => put(lost) } });
  };
  const settle = (how: "mine" | "theirs" | "both") => {
    if (!kept || !memo) return;
    if (how === "theirs") return giveUp();
    const merged =
      how === "both" && kept.body !== memo.body
        ? `${kept.body.trimEnd()}\n\n---\n\n${memo.body}`
        : kept.body;
    put({ ...kept, body: merged, base: baseOf(memo), at: Date.now() });
    latest.current.contested = false;
    if (how === "mine") void save();
  };
  const standing: Standing = isSaving
    ? "saving"
    : contested
      ? "contested"
      : kept === null
        ? "clean"
        : hasFailed
          ? "kept"
          : "unsaved";
  return {
    words,
    edit,
    save,
    giveUp,
    settle,
    standing,
    /** The words of an earlier window are here again, from that time on. */
    restored: isRestored && kept ? kept.at : null,
  };
}
