import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CellState, CellWords } from "../../api/display-cells";
import { Button } from "../../components/Button";
import { inserted, quoted, useCellDraft } from "./cell-draft";

/** What may be said of a cell; asked and absent is a checked cell without words. */
const STATES = ["draft", "checked", "absent", "no data", "not applicable"] as const;
type Said = (typeof STATES)[number];

const saidOf = (words: CellWords | null): Said =>
  words === null ? "draft" : words.state === "checked" && !words.text ? "absent" : words.state;

const stateOf = (said: Said): CellState => (said === "absent" ? "checked" : said);

interface Props {
  label: string;
  words: CellWords | null;
  /** Words that were refused before. */
  kept: string | null;
  onSave: (text: string, state: CellState, base: CellWords | null) => void;
  onCancel: () => void;
  /** Goes on to the cell after or before it. */
  onStep: (by: 1 | -1) => void;
}

/** The words of one cell, written in its place. */
export function CellEditor({ label, words, kept, onSave, onCancel, onStep }: Props) {
  const { t } = useTranslation("display");
  const [base, setBase] = useState(words);
  const [text, setText] = useState(kept ?? words?.text ?? "");
  const [said, setSaid] = useState<Said>(saidOf(words));
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  // Somebody else wrote here while this was being written.
  const isSame = words?.text === base?.text && words?.state === base?.state;
  const theirs = words !== null && !isSame && words.text !== text;
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    // Whoever leaves the page before saving finds the words when they come back.
    const mine = useCellDraft.getState().cell;
    return () => {
      if (useCellDraft.getState().cell === mine) useCellDraft.setState({ kept: latest.current });
    };
  }, []);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  useEffect(() => {
    if (caret.current === null) return;
    field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const save = () =>
    onSave(said === "absent" ? "" : text.trim(), stateOf(said), isSame ? words : base);
  const quote = (number: number) => {
    const segment = useCellDraft.getState().segments[number - 1];
    const at = field.current;
    if (!segment || !at) return;
    const next = inserted(text, at.selectionStart, at.selectionEnd, quoted(segment));
    setText(next.text);
    caret.current = next.caret;
  };
  const write = (value: string) => {
    setText(value);
    if (said === "absent" && value.trim() !== "") setSaid("draft");
  };
  const inField = (event: KeyboardEvent): boolean => {
    if (event.key === "Enter" && !event.shiftKey) save();
    else if (event.key === "Tab") {
      save();
      onStep(event.shiftKey ? -1 : 1);
    } else return false;
    return true;
  };
  const act = (event: KeyboardEvent): boolean => {
    const digit = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
    if (digit) quote(Number(digit));
    else if (event.key === "Escape") onCancel();
    else return event.target === field.current && inField(event);
    return true;
  };
  const keys = (event: KeyboardEvent) => {
    // The grid has keys of its own for moving about.
    event.stopPropagation();
    if (!event.nativeEvent.isComposing && act(event)) event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and clicks within stay within
    <div
      className="cell-editor"
      onKeyDown={keys}
      onClick={(event) => event.stopPropagation()}
      onBlur={(event) => {
        const to = event.relatedTarget as Element | null;
        if (to && !event.currentTarget.contains(to) && to.closest(".grid-scroll")) save();
      }}
    >
      <textarea
        ref={field}
        className="input"
        aria-label={label}
        aria-keyshortcuts="Enter Escape Tab"
        value={text}
        onChange={(event) => write(event.target.value)}
      />
      {theirs && (
        <div className="contested" role="alert">
          <p>{t("cells.meanwhile", { author: words.author, text: words.text })}</p>
          <Button small onPress={() => setBase(words)}>
            {t("cells.mine")}
          </Button>
          <Button
            small
            onPress={() => {
              setBase(words);
              write(words.text);
              setSaid(saidOf(words));
            }}
          >
            {t("cells.theirs")}
          </Button>
        </div>
      )}
      <div className="cell-editor-foot">
        <select
          aria-label={t("cells.state")}
          value={said}
          onChange={(event) => setSaid(event.target.value as Said)}
        >
          {STATES.map((state) => (
            <option key={state} value={state} disabled={state === "absent" && text.trim() !== ""}>
              {t(`cells.states.${state}`)}
            </option>
          ))}
        </select>
        <Button small look="primary" onPress={save}>
          {t("cells.save")}
        </Button>
        <small className="muted">{t("cells.keys")}</small>
      </div>
    </div>
  );
}
