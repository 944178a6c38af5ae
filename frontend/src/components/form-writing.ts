/** Filling a form: each field is saved by itself when it is left, and its words are kept till then. */

import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Asked, type FormOf, useFill } from "../api/forms";
import { useLive } from "../api/live";
import { ApiProblem, isOffline } from "../api/problem";
import { useStudyId } from "../api/study";
import { asLines } from "../lib/form-lines";
import { draftKey, draftOf, dropDraft, keepDraft } from "../stores/drafts";
import { toastProblem } from "./toasts";

interface Draft {
  readonly text: string;
  readonly base: string;
}

function draftAt(key: string): Draft | null {
  const kept = draftOf(key);
  return kept ? { text: kept.body, base: kept.base?.body ?? "" } : null;
}

/** Says why a field was not saved; what another field's saving has made stale is tried again. */
function useRefusal() {
  const { t } = useTranslation(["memos", "shell"]);
  return useCallback(
    (error: unknown) => {
      const isStale = error instanceof ApiProblem && error.code === "stale-revision";
      if (isStale || isOffline(error)) return;
      toastProblem(error, t("form.failed"), t("shell:offline.hint"));
    },
    [t],
  );
}

export function useFieldWriting(of: FormOf, asked: Asked, revision: number) {
  const study = useStudyId();
  const refused = useRefusal();
  const key = draftKey(study, `form ${of.guid} ${of.form} ${asked.name}`);
  const fill = useFill(of).mutateAsync;
  const heard = useLive((live) => live.heard);
  const [draft, setDraft] = useState<Draft | null>(() => draftAt(key));
  const [hasFailed, setFailed] = useState(false);
  const { value } = asked;
  const contested = draft !== null && value !== draft.base && value !== draft.text;
  const latest = useRef({ draft, contested, revision, value });
  latest.current = { draft, contested, revision, value };

  const put = useCallback(
    (next: Draft | null) => {
      latest.current = { ...latest.current, draft: next };
      setDraft(next);
      if (!next) {
        dropDraft(key);
        return;
      }
      const base = { revision: 0, title: "", kind: "summary", body: next.base };
      keepDraft(key, { title: "", body: next.text, kind: "summary", base, at: Date.now() });
    },
    [key],
  );
  const save = useCallback(async () => {
    const { draft: sent, contested: isHeld, revision: over, value: there } = latest.current;
    if (!sent || isHeld) return;
    const text = asLines(sent.text, asked.lines).trim();
    if (text === there.trim()) {
      put(null);
      return;
    }
    try {
      const filled = await fill({ revision: over, values: { [asked.name]: text } });
      const saved = filled.asked.find(({ name }) => name === asked.name)?.value ?? "";
      const now = latest.current.draft;
      put(now && now !== sent ? { ...now, base: saved } : null);
      setFailed(false);
    } catch (error) {
      setFailed(true);
      refused(error);
    }
  }, [fill, put, asked.name, asked.lines, refused]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision is another try
  useEffect(() => {
    if (heard && hasFailed && latest.current.draft) void save();
  }, [heard, hasFailed, revision, save]);
  useEffect(() => () => void save(), [save]);
  return {
    text: draft?.text ?? value,
    write: (text: string) => put({ text, base: draft?.base ?? value }),
    save: () => void save(),
    contested,
    isKept: (hasFailed || !heard) && draft !== null,
    keepMine: () => {
      if (draft) put({ ...draft, base: value });
      latest.current = { ...latest.current, contested: false };
      void save();
    },
    takeTheirs: () => put(null),
  };
}
