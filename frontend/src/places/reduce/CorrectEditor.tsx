import {
  type KeyboardEvent,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import type { Span } from "../../annotators/text/api";
import type { Code, Codings } from "../../api/types";
import { Button } from "../../components/Button";
import { currentLanguage } from "../../lib/i18n";
import { type Draft, effectOf } from "./correcting";
import "./correct.css";

interface Props {
  draft: Draft;
  /** Where the block stands now and its words; `null` when somebody took it out. */
  at: (Span & { words: string }) | null;
  codings: Codings;
  codes: readonly Code[];
  onWrite: (typed: string) => void;
  onSave: () => void;
  onLeave: () => void;
  /** The words there now are known: mine are to go in their place. */
  onMine: () => void;
}

/** What saving would do to the codings, in words. */
function Effect({ draft, at, codings, codes }: Pick<Props, "draft" | "at" | "codings" | "codes">) {
  const { t } = useTranslation("reader");
  const typed = useDeferredValue(draft.typed);
  const effect = useMemo(
    () => (at ? effectOf(at.words, typed, at.start, codings) : null),
    [at, typed, codings],
  );
  if (!effect || effect.edits.length === 0) return <>{t("correct.same")}</>;
  const names = [...new Set(effect.lost)].map(
    (guid) => codes.find((code) => code.guid === guid)?.name ?? "?",
  );
  const list = new Intl.ListFormat(currentLanguage(), { type: "conjunction" }).format(names);
  return (
    <>
      {typed === "" && <strong>{t("correct.empty")} </strong>}
      {effect.moved > 0 ? t("correct.moves", { count: effect.moved }) : t("correct.stays")}{" "}
      {effect.lost.length > 0 && (
        <strong className="correct-loses">
          {t("correct.loses", { count: effect.lost.length, codes: list })}
        </strong>
      )}
    </>
  );
}

/** The words of one block, to be written over in their place. */
export function CorrectEditor({ draft, at, codings, codes, ...doings }: Props) {
  const { t } = useTranslation("reader");
  const field = useRef<HTMLTextAreaElement>(null);
  const [isAsking, setAsking] = useState(false);
  const isChanged = draft.typed !== draft.base;
  const isContested = at === null || at.words !== draft.base;
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "0";
    element.style.height = `${element.scrollHeight}px`;
  });
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.closest(".correct")?.scrollIntoView({ block: "nearest" });
  }, []);
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!isContested) doings.onSave();
    }
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (isAsking) {
      setAsking(false);
      field.current?.focus();
    } else if (isChanged) setAsking(true);
    else doings.onLeave();
  };
  const goOn = () => {
    setAsking(false);
    field.current?.focus();
  };
  return (
    <section
      className="correct"
      onKeyDown={pressed}
      aria-label={t("correct.label", { number: draft.number })}
    >
      <textarea
        ref={field}
        dir="auto"
        rows={1}
        aria-label={t("correct.label", { number: draft.number })}
        aria-describedby="correct-effect"
        value={draft.typed}
        onChange={(event) => doings.onWrite(event.target.value)}
      />
      {isContested && (
        <div className="correct-conflict" role="alert">
          <p>{t(at ? "correct.conflict" : "correct.gone")}</p>
          {at && (
            <>
              <p className="muted">{t("correct.theirs")}</p>
              <blockquote dir="auto">{at.words}</blockquote>
            </>
          )}
        </div>
      )}
      <footer>
        <p id="correct-effect" className="correct-effect" role="status">
          {isAsking ? (
            <strong>{t("correct.discard")}</strong>
          ) : (
            <Effect draft={draft} at={at} codings={codings} codes={codes} />
          )}
        </p>
        {isAsking ? (
          <>
            <Button small onPress={goOn}>
              {t("correct.goOn")}
            </Button>
            <Button small look="danger" autoFocus onPress={doings.onLeave}>
              {t("correct.throw")}
            </Button>
          </>
        ) : (
          <>
            <small className="muted">{t("correct.keys")}</small>
            <Button
              small
              onPress={() => (isChanged && !isContested ? setAsking(true) : doings.onLeave())}
            >
              {t(isContested && at ? "correct.takeTheirs" : "correct.cancel")}
            </Button>
            {isContested && at ? (
              <Button small look="primary" onPress={doings.onMine}>
                {t("correct.mine")}
              </Button>
            ) : (
              <Button small look="primary" isDisabled={!isChanged || !at} onPress={doings.onSave}>
                {t("correct.save")}
              </Button>
            )}
          </>
        )}
      </footer>
    </section>
  );
}
