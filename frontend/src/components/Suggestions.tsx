import { useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Named, useNamed } from "../api/names";
import { usePassagesWith } from "../api/segments";
import { Icon } from "./Icon";
import type { IconName } from "./icon-paths";

export const NAMED_ICONS: Readonly<Record<string, IconName>> = {
  source: "file",
  code: "code",
  case: "person",
  memo: "memo",
  finding: "evidence",
  display: "display",
  reference: "report",
  event: "history",
  state: "pin",
  segment: "quote",
};

/** What can be mentioned: whatever has a name, and passages by their words. */
export interface Mentionable extends Pick<Named, "guid" | "label" | "where"> {
  readonly kind: Named["kind"] | "segment";
}

const NONE: readonly Mentionable[] = [];
const PASSAGES = 4;
const LONGEST_QUOTE = 60;

/** The first words of a passage, as a quotation. */
function quote(text: string): string {
  const words = text.replace(/\s+/g, " ").trim();
  const letters = [...words];
  if (letters.length <= LONGEST_QUOTE) return `“${words}”`;
  return `“${letters.slice(0, LONGEST_QUOTE).join("").trimEnd()} …”`;
}

/** Coded passages that hold the words, each once. */
function usePassages(words: string): readonly Mentionable[] {
  const { data } = usePassagesWith(words, PASSAGES);
  if (!data) return NONE;
  const found = new Map<string, Mentionable>();
  for (const { segment, text, source_name: where } of data.segments) {
    if (segment) found.set(segment, { kind: "segment", guid: segment, label: quote(text), where });
  }
  return [...found.values()];
}

/** What answers to the letters, and which of it is meant. */
export function useSuggestions(letters: string) {
  const asked = useDeferredValue(letters);
  const { data } = useNamed(asked);
  const passages = usePassages(asked);
  const found = letters === "" ? NONE : [...(data ?? NONE), ...passages];
  const [at, setAt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other letters begin at the top
  useEffect(() => setAt(0), [letters]);
  const last = Math.max(0, found.length - 1);
  return {
    found,
    at: Math.min(at, last),
    move: (step: number) => setAt((now) => (Math.min(now, last) + step + last + 1) % (last + 1)),
  };
}

/** The id of a line of the list. */
export const optionId = (list: string, at: number) => `${list}-${at}`;

interface Props {
  id: string;
  found: readonly Mentionable[];
  at: number;
  /** What is said while nothing is found yet. */
  hint?: string;
  place?: { left: number; top: number };
  onPick: (named: Mentionable) => void;
}

/** The list under a field: what could be meant. The field keeps the focus. */
export function Suggestions({ id, found, at, hint, place, onPick }: Props) {
  const { t } = useTranslation(["memos", "shell"]);
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = list.current;
    const area = element?.parentElement;
    if (!element || !area || !place) return;
    const room = area.clientWidth - element.offsetWidth;
    element.style.left = `${Math.max(0, Math.min(place.left, room))}px`;
    element.style.top = `${place.top + 4}px`;
  });
  return (
    <div ref={list} className="suggestions popover">
      {hint && found.length === 0 && <p className="muted">{hint}</p>}
      <div id={id} role="listbox" aria-label={t("editor.list")}>
        {found.map((named, number) => (
          <div
            key={named.guid}
            id={optionId(id, number)}
            role="option"
            tabIndex={-1}
            aria-selected={number === at}
            className="suggestion"
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(named);
            }}
          >
            <Icon name={NAMED_ICONS[named.kind] ?? "link"} size={15} />
            <span className="clip">{named.label}</span>
            <small className="clip">
              {named.kind === "segment" ? named.where : t(`kinds.${named.kind as "source"}`)}
            </small>
          </div>
        ))}
      </div>
    </div>
  );
}
