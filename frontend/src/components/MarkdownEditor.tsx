import { type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { caretPlace } from "../lib/caret";
import { continued, type Edit, indented, linked, pasted, wrapped } from "../lib/markdown-edit";
import { asked, asLabel, type Known, keptOf, shownOf } from "../lib/mentions";
import { type Mentionable, optionId, Suggestions, useSuggestions } from "./Suggestions";
import "./markdown-editor.css";

export interface MarkdownEditorHandle {
  focus(): void;
  /** Puts words where the caret is. */
  insert(words: string): void;
}

interface Props {
  /** The name of the field, for screen readers. */
  label: string;
  /** Markdown; mentions in it are links `[label](jejak:KIND/GUID)`. */
  value: string;
  onChange: (value: string) => void;
  /** Ctrl Enter. */
  onSave?: () => void;
  /** Esc, when nothing is open in the field. */
  onEscape?: () => void;
  onBlur?: () => void;
  placeholder?: string;
  /** Lines at first; it grows with the words. */
  rows?: number;
  autoFocus?: boolean;
  readOnly?: boolean;
  ref?: Ref<MarkdownEditorHandle>;
}

/** Types for the person, so that the browser's own undo takes it back. */
function type(area: HTMLTextAreaElement, edit: Edit): void {
  area.focus();
  area.setSelectionRange(edit.from, edit.to);
  const isTyped = edit.words
    ? document.execCommand?.("insertText", false, edit.words)
    : document.execCommand?.("delete");
  if (!isTyped && edit.from + edit.words.length !== edit.to) {
    area.setRangeText(edit.words, edit.from, edit.to);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  area.setSelectionRange(...edit.select);
}

/** A finding is called by its number; what it says is seen where it leads. */
function shortName({ kind, label }: Mentionable): string {
  return kind === "finding" ? (label.split(":")[0] ?? label) : label;
}

const MARKS: Readonly<Record<string, string>> = { b: "**", i: "_" };

/** What a key means in the text; `null`: what it means anywhere. */
function editOf(event: React.KeyboardEvent<HTMLTextAreaElement>): Edit | null {
  const { value, selectionStart: start, selectionEnd: end } = event.currentTarget;
  const key = event.key.toLowerCase();
  const held = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const mark = MARKS[key];
  if (held && mark) return wrapped(value, start, end, mark);
  if (held && key === "k") return linked(value, start, end);
  if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return null;
  if (key === "tab") return indented(value, start, end, event.shiftKey);
  if (key === "enter" && !event.shiftKey) return continued(value, start, end);
  return null;
}

/** The text as it is shown, kept in step with the value from outside. */
function useShown(value: string, onChange: (value: string) => void) {
  const [now, setNow] = useState(() => ({ value, ...shownOf(value) }));
  if (now.value !== value) setNow({ value, ...shownOf(value, now.known) });
  const write = (shown: string, known: Known = now.known) => {
    const kept = keptOf(shown, known);
    setNow({ value: kept, shown, known });
    if (kept !== value) onChange(kept);
  };
  return { shown: now.shown, known: now.known, write };
}

/**
 * Where Markdown is written: a plain field that continues lists, knows Ctrl B, I and K, and finds
 * whatever has a name after `@`. Tab moves list lines; after Esc it leaves the field as anywhere.
 */
export function MarkdownEditor(props: Props) {
  const { label, value, onChange, onSave, onEscape, onBlur, placeholder, rows, ref } = props;
  const { t } = useTranslation("memos");
  const area = useRef<HTMLTextAreaElement>(null);
  const leaves = useRef(false);
  const list = useId();
  const { shown, known, write } = useShown(value, onChange);
  const [question, setQuestion] = useState<{ at: number; letters: string } | null>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const suggestions = useSuggestions(question?.letters ?? "");
  const isOpen = question !== null && (question.letters === "" || suggestions.found.length > 0);
  const learnt = useRef<Known>(known);
  useEffect(() => {
    learnt.current = known;
  }, [known]);

  const look = () => {
    const field = area.current;
    if (!field) return;
    const found =
      field.selectionStart === field.selectionEnd ? asked(field.value, field.selectionStart) : null;
    setQuestion(found);
    if (found && found.at !== question?.at) setPlace(caretPlace(field, found.at));
  };
  const pick = (named: Mentionable) => {
    const field = area.current;
    if (!field || !question) return;
    const mention = asLabel(shortName(named));
    const name = `${named.kind}/${named.guid}`;
    const taken = learnt.current.get(mention);
    const isShort = taken === undefined || taken === name;
    if (isShort) learnt.current = new Map(learnt.current).set(mention, name);
    const words = isShort ? `@[${mention}] ` : `[${mention}](jejak:${name}) `;
    const at = question.at + words.length;
    setQuestion(null);
    type(field, { from: question.at, to: field.selectionStart, words, select: [at, at] });
  };
  useImperativeHandle(ref, () => ({
    focus: () => area.current?.focus(),
    insert: (words) => {
      const field = area.current;
      if (!field) return;
      const at = field.selectionStart + words.length;
      type(field, {
        from: field.selectionStart,
        to: field.selectionEnd,
        words,
        select: [at, at],
      });
    },
  }));

  const inList = (event: React.KeyboardEvent): boolean => {
    if (!isOpen) return false;
    if (event.key === "Escape") {
      setQuestion(null);
      return true;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      suggestions.move(event.key === "ArrowDown" ? 1 : -1);
      return true;
    }
    const chosen = suggestions.found[suggestions.at];
    if ((event.key === "Enter" || event.key === "Tab") && chosen) {
      pick(chosen);
      return true;
    }
    return false;
  };
  /** What keys mean that no edit comes of; whether it was one of them. */
  const inField = (event: React.KeyboardEvent): boolean => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      onSave?.();
      return Boolean(onSave);
    }
    if (event.key === "Escape") onEscape?.();
    return event.key === "Escape" && Boolean(onEscape);
  };
  const press = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isLeaving = leaves.current && event.key === "Tab";
    const isTaken = inList(event) || inField(event);
    leaves.current = event.key === "Escape" || (leaves.current && event.key === "Shift");
    const edit = isTaken || isLeaving ? null : editOf(event);
    if (!isTaken && !edit) return;
    event.preventDefault();
    event.stopPropagation();
    if (edit) type(event.currentTarget, edit);
  };
  return (
    <div className="markdown-editor">
      <textarea
        ref={area}
        data-keeps="Mod+b Mod+i Mod+k Mod+Enter"
        aria-label={label}
        aria-autocomplete="list"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={
          isOpen && suggestions.found.length > 0 ? optionId(list, suggestions.at) : undefined
        }
        // biome-ignore lint/a11y/noAutofocus: whoever opens it came to write
        autoFocus={props.autoFocus ?? false}
        readOnly={props.readOnly ?? false}
        rows={rows ?? 6}
        style={{ "--rows": rows ?? 6 } as React.CSSProperties}
        placeholder={placeholder ?? t("editor.placeholder")}
        value={shown}
        onChange={(event) => {
          write(event.currentTarget.value, learnt.current);
          look();
        }}
        onKeyDown={press}
        onSelect={look}
        onBlur={() => {
          setQuestion(null);
          onBlur?.();
        }}
        onPaste={(event) => {
          const { value: text, selectionStart, selectionEnd } = event.currentTarget;
          const clip = event.clipboardData.getData("text/plain");
          const edit = pasted(text, selectionStart, selectionEnd, clip);
          if (!edit) return;
          event.preventDefault();
          type(event.currentTarget, edit);
        }}
      />
      {isOpen && (
        <Suggestions
          id={list}
          at={suggestions.at}
          found={suggestions.found}
          hint={question.letters === "" ? t("editor.mention") : ""}
          place={place}
          onPick={pick}
        />
      )}
      <span className="sr-only" role="status">
        {isOpen && suggestions.found.length > 0
          ? t("editor.found", { count: suggestions.found.length })
          : ""}
      </span>
    </div>
  );
}
