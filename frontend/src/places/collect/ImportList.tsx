import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/Icon";
import { Spinner } from "../../components/Spinner";
import { type Entry, type EntryState, show, stateOf } from "./importing";

const LINE = 52;
const ICONS = { ready: "check", left: "minus", failed: "warning", written: "check" } as const;

interface Props {
  entries: readonly Entry[];
  shown: number | null;
  isBusy: boolean;
  onTake: (entry: Entry, isTaken: boolean) => void;
}

export function bytesText(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 1000
      ? [bytes, "byte"]
      : bytes < 1_000_000
        ? [bytes / 1000, "kilobyte"]
        : [bytes / 1_000_000, "megabyte"];
  const options = { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 } as const;
  return new Intl.NumberFormat(language, options).format(value);
}

function Mark({ state }: { state: EntryState }) {
  if (state === "waiting" || state === "writing") return <Spinner size={16} />;
  return <Icon name={ICONS[state]} size={16} />;
}

/** The files of an import: walked by arrows, taken or left out by Space. */
export function ImportList({ entries, shown, isBusy, onTake }: Props) {
  const { t, i18n } = useTranslation("collect");
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 8,
  });
  const at = Math.max(
    0,
    entries.findIndex(({ number }) => number === shown),
  );
  useEffect(() => {
    if (entries.length > 0) lines.scrollToIndex(at);
  }, [at, entries.length, lines]);
  const press = (event: KeyboardEvent) => {
    const entry = entries[at];
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    const next = to === undefined ? undefined : entries[to];
    if (next) show(next.number);
    else if (event.key === " " && entry) toggle(entry);
    else if (to === undefined) return;
    event.preventDefault();
  };
  const toggle = (entry: Entry) => {
    const state = stateOf(entry);
    if (!isBusy && (state === "ready" || state === "left")) onTake(entry, state === "left");
  };
  return (
    <div ref={scroller} className="import-list">
      <div
        role="listbox"
        aria-label={t("import.files")}
        aria-activedescendant={`import-${entries[at]?.number}`}
        tabIndex={0}
        style={{ height: lines.getTotalSize() }}
        onKeyDown={press}
      >
        {lines.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          if (!entry) return null;
          const state = stateOf(entry);
          const size = entry.size === null ? "" : bytesText(entry.size, i18n.language);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names its line
            <div
              key={entry.number}
              id={`import-${entry.number}`}
              role="option"
              aria-selected={index === at}
              aria-posinset={index + 1}
              aria-setsize={entries.length}
              className={`import-line ${state}${index === at ? " on" : ""}`}
              style={{ top: start, height: LINE }}
              onClick={() => show(entry.number)}
              onDoubleClick={() => toggle(entry)}
            >
              <span className="import-mark">
                <Mark state={state} />
              </span>
              <span className="import-name clip" dir="auto">
                {entry.told?.said.name ?? entry.name}
              </span>
              <small className="muted clip">
                {[t(`import.states.${state}`), entry.told?.file.format, size]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </div>
          );
        })}
      </div>
    </div>
  );
}
