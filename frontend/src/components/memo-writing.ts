/** Writing a memo: the draft, its saving, and what happens when it was changed elsewhere meanwhile. */

import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../api/live";
import { type About, type MemoKind, useAddMemo, useChangeMemo } from "../api/memos";
import { ApiProblem, isOffline } from "../api/problem";
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

interface Doing {
  readonly kept: Kept | null;
  readonly memo: Memo | null;
  readonly contested: boolean;
  readonly isSaving: boolean;
  readonly hasFailed: boolean;
  /** Whether the server is heard. */
  readonly heard: boolean;
}

function standingOf({ kept, contested, isSaving, hasFailed, heard }: Doing): Standing {
  if (isSaving) return heard ? "saving" : "kept";
  if (contested) return "contested";
  if (kept === null) return "clean";
  return hasFailed ? "kept" : "unsaved";
}

/** A new memo without a word is none. */
const isNothing = ({ kept, memo }: Doing) => !memo && (kept === null || isBlank(kept.body));

function startOf({ memo, body, kind }: Wanted): Words {
  return memo ?? { title: "", body: body ?? "", kind: kind ?? "theoretical" };
}

/** My words with the others' below them. */
function joined(mine: string, theirs: string): string {
  return mine === theirs ? mine : `${mine.trimEnd()}\n\n---\n\n${theirs}`;
}

/** Sends what is written: a new memo, or what differs from the one that is there. */
function useSending(about: readonly About[]) {
  const add = useAddMemo().mutateAsync;
  const change = useChangeMemo().mutateAsync;
  const tied = useRef(about);
  tied.current = about;
  return useCallback(
    (sent: Kept, over: Memo | null) => {
      if (over) {
        const changes = changesOf(sent, over) as Partial<Words> & { kind?: MemoKind };
        return change({ memo: over, ...changes });
      }
      const title = sent.title.trim() || titleOf(sent.body);
      const kind = sent.kind as MemoKind;
      return add({ title, body: sent.body, kind, about: [...tied.current] });
    },
    [add, change],
  );
}

/** Says why a memo was not saved, unless that is seen on the page. */
function useRefusal() {
  const { t } = useTranslation(["memos", "shell"]);
  return useCallback(
    (error: unknown) => {
      const isStale = error instanceof ApiProblem && error.code === "stale-revision";
      if (isStale || isOffline(error)) return;
      toastProblem(error, t("writer.failed"), t("shell:offline.hint"));
    },
    [t],
  );
}

export function useWriting(wanted: Wanted) {
  const { memo, draft, about, onSaved } = wanted;
  const { t } = useTranslation("memos");
  const study = useStudyId();
  const key = draftKey(study, memo?.guid ?? `new ${draft ?? ""}`.trim());
  const send = useSending(about);
  const refused = useRefusal();
  const heard = useLive((live) => live.heard);
  const [kept, setKept] = useState<Kept | null>(() => draftOf(key));
  const [isRestored, setRestored] = useState(kept !== null);
  const [isSaving, setSaving] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const start = startOf(wanted);
  const words: Words = kept ?? start;
  const contested = !isSaving && isContested(kept, memo);
  const now: Doing = { kept, memo, contested, isSaving, hasFailed, heard };
  const latest = useRef(now);
  const told = useRef(onSaved);
  latest.current = now;
  told.current = onSaved;

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
  const setBusy = useCallback((isBusy: boolean) => {
    latest.current = { ...latest.current, isSaving: isBusy };
    setSaving(isBusy);
  }, []);
  /** Saves what is written; whether nothing is left to be saved. */
  const save = useCallback(async (): Promise<boolean> => {
    const doing = latest.current;
    const { kept: sent } = doing;
    if (doing.contested || doing.isSaving) return false;
    if (!sent || isNothing(doing)) return !sent || isBlank(sent.title);
    setBusy(true);
    try {
      const saved = await send(sent, doing.memo);
      const later = latest.current.kept;
      put(later && later !== sent ? { ...later, base: baseOf(saved) } : null);
      setFailed(false);
      setRestored(false);
      told.current?.(saved);
      return true;
    } catch (error) {
      setFailed(true);
      refused(error);
      return false;
    } finally {
      setBusy(false);
    }
  }, [send, put, setBusy, refused]);

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
    if (how === "theirs") {
      giveUp();
      return;
    }
    const body = how === "both" ? joined(kept.body, memo.body) : kept.body;
    put({ ...kept, body, base: baseOf(memo), at: Date.now() });
    latest.current = { ...latest.current, contested: false };
    if (how === "mine") void save();
  };
  return {
    words,
    edit,
    save,
    giveUp,
    settle,
    standing: standingOf(now),
    /** The words of an earlier window are here again, from that time on. */
    restored: isRestored && kept ? kept.at : null,
  };
}
