import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import type { Reader } from "../../annotators/text/api";
import { useCorrectText } from "../../api/corrections";
import { useStudy } from "../../api/study";
import type { Code, Codings, SourceText } from "../../api/types";
import { useCommands } from "../../commands/registry";
import { toast, toastProblem } from "../../components/toasts";
import { CorrectEditor } from "./CorrectEditor";
import { type Draft, effectOf, numberOf, placeOf, useCorrecting } from "./correcting";
import { dropPicked, useDesk } from "./desk";

interface Props {
  source: string;
  text: SourceText;
  codings: Codings;
  codes: readonly Code[];
}

/** The block that is meant: of the selection, of the cursor where it is in view, else the first seen. */
function meant(reader: Reader) {
  const { picked } = useDesk.getState();
  if (picked) return reader.blockAt(picked.start);
  const at = reader.blockAt();
  const box = at && reader.rectOf(at);
  const isSeen = box && box.bottom > 0 && box.top < innerHeight;
  return isSeen ? at : reader.blockAt(reader.getPosition());
}

/** Opens the block that is meant; what was typed in it before is there again. */
function open(source: string, text: SourceText): boolean {
  const { reader } = useDesk.getState();
  if (!reader || useCorrecting.getState().draft) return false;
  const span = meant(reader);
  const number = span && numberOf(text, span);
  if (!span || number == null) return false;
  const fresh: Draft = { source, number, start: span.start, base: "", typed: "" };
  const words = placeOf(text, fresh)?.words ?? "";
  const left = useCorrecting.getState().left[source];
  const draft = left?.number === number ? left : { ...fresh, base: words, typed: words };
  dropPicked();
  useCorrecting.setState({ draft });
  return true;
}

/** Leaves the block. */
function close(): void {
  const { reader } = useDesk.getState();
  const { draft, left } = useCorrecting.getState();
  const { [draft?.source ?? ""]: _, ...others } = left;
  useCorrecting.setState({ draft: null, left: others });
  reader?.closeBlock();
  reader?.focus();
}

/** The element in the block's place, for as long as it is edited and wherever it moves. */
function usePlace(reader: Reader | null, draft: Draft | null, text: SourceText) {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const isOpen = draft !== null;
  const number = draft?.number;
  // biome-ignore lint/correctness/useExhaustiveDependencies: typing does not move the block
  useEffect(() => {
    const at = draft && placeOf(text, draft);
    if (!reader || !draft || !at) {
      setPlace(null);
      return;
    }
    setPlace(reader.openBlock(at));
    return () => reader.closeBlock();
  }, [reader, isOpen, number, text]);
  return place;
}

/** A block corrected in its place. */
export function Correct({ source, text, codings, codes }: Props) {
  const { t } = useTranslation(["reader", "shell"]);
  const reader = useDesk((desk) => desk.reader);
  const draft = useCorrecting((now) => (now.draft?.source === source ? now.draft : null));
  const place = usePlace(reader, draft, text);
  const { data: study } = useStudy();
  const { mutate } = useCorrectText();
  const mayWrite = study !== undefined && !study.read_only;
  useCommands(mayWrite ? { "reduce.correct": () => open(source, text) } : {});
  useLeaving(source);
  if (!draft) return null;
  const at = placeOf(text, draft);
  const write = (typed: string) => useCorrecting.setState({ draft: { ...draft, typed } });
  const save = () => {
    if (!at || at.words !== draft.base) return;
    const { edits } = effectOf(at.words, draft.typed, at.start, codings);
    close();
    if (edits.length === 0) return;
    mutate(
      { source, digest: text.digest, edits },
      {
        onSuccess: () => toast(t("reader:correct.saved"), { tone: "good" }),
        onError: (error) => {
          toastProblem(error, t("reader:failed.correct"), t("shell:offline.hint"));
          useCorrecting.setState({ draft });
        },
      },
    );
  };
  const editor = (
    <CorrectEditor
      draft={draft}
      at={at}
      codings={codings}
      codes={codes}
      onWrite={write}
      onSave={save}
      onLeave={close}
      onMine={() => at && useCorrecting.setState({ draft: { ...draft, base: at.words } })}
    />
  );
  if (at) return place && createPortal(editor, place);
  return <div className="correct-gone">{editor}</div>;
}

/** What was typed is kept when another source is opened, and there again when its block is. */
function useLeaving(source: string): void {
  const of = useRef(source);
  of.current = source;
  useEffect(
    () => () => {
      const { draft, left } = useCorrecting.getState();
      if (!draft) return;
      const wasChanged = draft.typed !== draft.base;
      useCorrecting.setState({
        draft: null,
        left: wasChanged ? { ...left, [draft.source]: draft } : left,
      });
    },
    [],
  );
}
