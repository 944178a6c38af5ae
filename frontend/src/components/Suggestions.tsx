import { useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Named, useNamed } from "../api/names";
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
};

const NONE: readonly Named[] = [];

/** What answers to the letters, and which of it is meant. */
export function useSuggestions(letters: string) {
  const asked = useDeferredValue(letters);
  const { data } = useNamed(asked);
  const found = letters === "" ? NONE : (data ?? NONE);
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
  found: readonly Named[];
  at: number;
  /** What is said while nothing is found yet. */
  hint?: string;
  place?: { left: number; top: number };
  onPick: (named: Named) => void;
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
            <small className="clip">{t(`kinds.${named.kind as "source"}`)}</small>
          </div>
        ))}
      </div>
    </div>
  );
}
