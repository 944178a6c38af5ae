import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../annotators/text/api";
import type { Code } from "../../api/types";
import { Icon } from "../../components/Icon";
import { matches, named } from "./match";
import { Swatch } from "./Swatch";
import { readWeight } from "./weigh";
import "./code-search.css";

const MOST = 60;

interface Props {
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
  label: string;
  recent?: readonly string[];
  /** Stands before the field: what has been chosen so far. */
  before?: ReactNode;
  /** The list shows only while the field has the focus. */
  folds?: boolean;
  /** A weight may be typed after the name. */
  weighs?: boolean;
  onPick: (code: Code, weight: number | null) => void;
  /** One more, before the last. */
  onAdd?: (code: Code) => void;
  /** A name that no code has. */
  onMake?: (name: string, weight: number | null) => void;
  onEscape?: () => void;
  /** Backspace in an empty field. */
  onBack?: () => void;
  /** Enter in an empty field. */
  onEnter?: () => void;
  ref?: Ref<HTMLInputElement>;
}

/** What the lit code means, so that everybody codes alike. */
function Lit({ code, weight }: { code: Code | undefined; weight: number | null }) {
  const { t } = useTranslation("desk");
  const lines = [code?.short, code?.definition].filter(Boolean);
  const use = code?.when_to_use;
  if (lines.length === 0 && !use && weight === null) return null;
  return (
    <div className="code-search-lit">
      {weight !== null && <p>{t("bar.weight", { weight })}</p>}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {use && (
        <p>
          <strong>{t("bar.whenToUse")}</strong> {use}
        </p>
      )}
    </div>
  );
}

/** A field that finds codes by some of their letters, with the list of what it found. */
export function CodeSearch(props: Props) {
  const { codes, inks, label, recent, onPick, onAdd, onMake } = props;
  const { t } = useTranslation("reduce");
  const list = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const read = props.weighs ? readWeight(text, codes) : { name: text.trim(), weight: null };
  const found = matches(codes, read.name, recent).slice(0, MOST);
  const canMake = onMake !== undefined && read.name !== "" && !named(codes, read.name);
  const lines = found.length + (canMake ? 1 : 0);
  const active = Math.min(at, lines - 1);
  const optionId = (index: number) => `${list}-${index}`;

  const write = (to: string) => {
    setText(to);
    setAt(0);
  };
  const take = (index: number, more: boolean) => {
    const code = found[index];
    if (code && more && onAdd) onAdd(code);
    else if (code) onPick(code, read.weight);
    else if (canMake) onMake?.(read.name, read.weight);
    write("");
  };
  const move = (to: number) => {
    setAt((to + lines) % lines);
    document.getElementById(optionId((to + lines) % lines))?.scrollIntoView({ block: "nearest" });
  };
  const enter = (more: boolean) => {
    if (text.trim() === "" && props.onEnter && !more && at === 0) props.onEnter();
    else if (lines > 0) take(Math.max(active, 0), more);
  };
  const leave = () => {
    if (text !== "") write("");
    else props.onEscape?.();
  };
  const act = (event: KeyboardEvent): boolean => {
    if (event.key === "ArrowDown") move(active + 1);
    else if (event.key === "ArrowUp") move(active - 1);
    else if (event.key === "Enter") enter(event.shiftKey);
    else if (event.key === "Escape" && (text !== "" || props.onEscape)) leave();
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Backspace" && text === "") props.onBack?.();
    if (!act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const shown = !props.folds || isOpen;
  return (
    <div className="code-search">
      <div className="code-search-line">
        {props.before}
        <input
          ref={props.ref}
          className="code-search-input"
          role="combobox"
          aria-label={label}
          aria-expanded={shown}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={shown && lines > 0 ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={label}
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={press}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
        />
      </div>
      <div className="code-search-pop" hidden={!shown}>
        <div id={list} role="listbox" aria-label={label} className="code-search-list">
          {found.map((code, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
            <div
              key={code.guid}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              className="code-search-option"
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setAt(index)}
              onClick={(event) => take(index, event.shiftKey || event.ctrlKey || event.metaKey)}
            >
              <Swatch ink={inks.get(code.guid)} />
              <span className="clip">{code.name}</span>
              <small className="clip">{code.path.slice(0, -code.name.length - 1)}</small>
              <small className="number">{code.codings}</small>
            </div>
          ))}
          {canMake && (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
            <div
              id={optionId(found.length)}
              role="option"
              aria-selected={active === found.length}
              className="code-search-option"
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setAt(found.length)}
              onClick={() => take(found.length, false)}
            >
              <Icon name="plus" size={14} />
              <span className="clip">{t("bar.make", { name: read.name })}</span>
            </div>
          )}
          {lines === 0 && <p className="code-search-none">{t("bar.none")}</p>}
        </div>
        {shown && props.weighs && <Lit code={found[active]} weight={read.weight} />}
      </div>
    </div>
  );
}
