import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Completion, useCompletions } from "../../api/queries";
import { caretPlace } from "../../lib/caret";
import { CodePoints } from "../../lib/codepoints";
import { useSlowly } from "../../lib/slowly";
import "./query.css";

interface Props {
  label: string;
  value: string;
  placeholder?: string;
  rows: number;
  isWrong: boolean;
  /** The id of what is wrong with it. */
  told?: string | undefined;
  autoFocus?: boolean;
  onChange: (value: string) => void;
  onEscape?: (() => void) | undefined;
}

const PAUSE = 90;

interface Asked {
  /** The text and the caret, in code points, as they were when completions were wished for. */
  readonly query: string;
  readonly at: number;
}

/** What can stand at the caret, and which of it is meant. */
function useOffered() {
  const [wish, setWish] = useState<Asked | null>(null);
  const slow = useSlowly(JSON.stringify(wish), PAUSE);
  const asked = JSON.parse(slow) as Asked | null;
  const { data } = useCompletions(wish && asked);
  const [chosen, setChosen] = useState(0);
  const isCurrent = wish !== null && asked?.query === wish.query && asked.at === wish.at;
  const found = isCurrent && data ? data.found : [];
  const typed = data ? new CodePoints(wish?.query ?? "").slice(data.start, wish?.at ?? 0) : "";
  // What stands there whole already needs no list.
  const isDone = found.length === 1 && found[0]?.written === typed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other letters begin at the top
  useEffect(() => setChosen(0), [slow]);
  const last = Math.max(found.length - 1, 0);
  return {
    found: isDone ? [] : found,
    from: data?.start ?? 0,
    to: data?.end ?? 0,
    at: Math.min(chosen, last),
    move: (step: number) =>
      setChosen((now) => (Math.min(now, last) + step + last + 1) % (last + 1)),
    ask: setWish,
    close: () => setWish(null),
  };
}

/** What a word, a name or a value that is being written ends with. */
const BEGUN = /[\p{L}\p{N}_:."“/-]$/u;
/** After these a name or a value follows at once. */
const LEADS_ON = /[:.]$/;

/**
 * Where a query is written: names, values and words of the language are offered as they are typed, and
 * all that can stand there after Ctrl Space.
 */
export function QueryText(props: Props) {
  const { label, value, placeholder, rows, isWrong, told, autoFocus, onChange, onEscape } = props;
  const { t } = useTranslation("query");
  const area = useRef<HTMLTextAreaElement>(null);
  const list = useId();
  const [place, setPlace] = useState({ left: 0, top: 0 });
  const { found, from, to, at, move, ask, close } = useOffered();
  const isOpen = found.length > 0;
  useEffect(() => {
    if (autoFocus) area.current?.focus();
  }, [autoFocus]);

  const look = (isWished: boolean) => {
    const field = area.current;
    if (!field) return;
    const points = new CodePoints(field.value);
    const caret = field.selectionStart;
    const before = field.value.slice(0, caret);
    if (!isWished && !BEGUN.test(before)) return close();
    setPlace(caretPlace(field, caret));
    ask({ query: field.value, at: points.toPoint(caret) });
  };
  const pick = (one: Completion) => {
    const field = area.current;
    if (!field) return;
    const points = new CodePoints(field.value);
    const start = points.toUnit(from);
    const leads = LEADS_ON.test(one.written);
    field.focus();
    field.setSelectionRange(start, points.toUnit(to));
    const words = leads || field.value[points.toUnit(to)] === " " ? one.written : `${one.written} `;
    // Typed for the person, so that the browser's own undo takes it back.
    if (!document.execCommand?.("insertText", false, words)) {
      field.setRangeText(words, start, points.toUnit(to), "end");
      onChange(field.value);
    }
    close();
    if (leads) look(true);
  };
  /** What a key means in the list; `false`: what it means in the text. */
  const inList = (key: string): boolean => {
    const chosen = found[at];
    if (!chosen) return false;
    if (key === "ArrowDown" || key === "ArrowUp") move(key === "ArrowDown" ? 1 : -1);
    else if (key === "Enter") pick(chosen);
    else if (key === "Escape") close();
    else return false;
    return true;
  };
  const press = (event: React.KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isWish = event.key === " " && event.ctrlKey;
    if (isWish) look(true);
    if (isWish || inList(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Escape") onEscape?.();
  };
  return (
    <div className="query-text">
      <textarea
        ref={area}
        className="input query-input"
        rows={rows}
        aria-label={label}
        aria-invalid={isWrong}
        aria-describedby={told}
        aria-autocomplete="list"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen ? `${list}-${at}` : undefined}
        placeholder={placeholder}
        spellCheck={false}
        autoCapitalize="off"
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          look(false);
        }}
        onBlur={close}
        onKeyDown={press}
      />
      {isOpen && (
        <div
          id={list}
          role="listbox"
          aria-label={t("offered")}
          className="query-offered popover"
          style={{ left: `min(${place.left}px, max(0px, 100% - 20rem))`, top: place.top + 4 }}
        >
          {found.map((one, number) => (
            <div
              key={`${one.kind} ${one.written}`}
              id={`${list}-${number}`}
              role="option"
              tabIndex={-1}
              aria-selected={number === at}
              ref={number === at ? inSight : null}
              onPointerDown={(event) => {
                event.preventDefault();
                pick(one);
              }}
            >
              <span className="clip" dir="auto">
                {one.name}
              </span>
              <small className="clip">{one.detail || t(`kinds.${one.kind}`)}</small>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function inSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
