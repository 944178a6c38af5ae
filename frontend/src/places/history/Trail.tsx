import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Change } from "../../api/history";
import { Spinner } from "../../components/Spinner";
import { dayed } from "../../lib/dates";
import { useDrawnLines } from "../../lib/printing";
import { useMoment } from "../../stores/moment";
import { ChangeLine } from "./ChangeLine";

const LINE = 66;
/** So many lines before the end, more are asked for. */
const NEAR = 20;

/** A day as people speak of it. */
function useDayName() {
  const { t } = useTranslation("history");
  const now = new Date();
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  return (time: string) => {
    const day = new Date(time).toDateString();
    if (day === now.toDateString()) return t("today");
    return day === yesterday.toDateString() ? t("yesterday") : dayed(time);
  };
}

interface Props {
  changes: readonly Change[];
  colours: ReadonlyMap<string, string>;
  me: string;
  readOnly: boolean;
  /** The change that is shown open at first. */
  first: number | null;
  hasMore: boolean;
  onMore: () => void;
}

/** The changes under their days; only those that are on the screen are made. */
export function Trail({ changes, colours, me, readOnly, first, hasMore, onMore }: Props) {
  const { t } = useTranslation("history");
  const dayName = useDayName();
  const moment = useMoment(({ seq }) => seq);
  const list = useRef<HTMLOListElement>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<ReadonlySet<number>>(() => new Set(first ? [first] : []));
  useEffect(() => setScroller(document.getElementById("main")), []);
  const days = useMemo(() => changes.map(({ time }) => new Date(time).toDateString()), [changes]);
  const lines = useVirtualizer({
    count: changes.length,
    getScrollElement: () => scroller,
    estimateSize: () => LINE,
    getItemKey: (row) => changes[row]?.seq ?? row,
    scrollMargin: list.current?.offsetTop ?? 0,
    overscan: 12,
    rangeExtractor: useDrawnLines(),
  });
  const shown = lines.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last > changes.length - NEAR) onMore();
  }, [hasMore, last, changes.length, onMore]);
  const toggle = (seq: number) =>
    setOpen((before) => {
      const now = new Set(before);
      if (!now.delete(seq)) now.add(seq);
      return now;
    });
  return (
    <>
      <ol ref={list} className="trail" style={{ height: lines.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const change = changes[index];
          if (!change) return null;
          return (
            <li
              key={key}
              ref={lines.measureElement}
              data-index={index}
              style={{ transform: `translateY(${start - lines.options.scrollMargin}px)` }}
            >
              {days[index] !== days[index - 1] && <h2>{dayName(change.time)}</h2>}
              <ChangeLine
                change={change}
                colour={colours.get(change.user) ?? null}
                isMe={change.user === me}
                readOnly={readOnly}
                isMoment={change.seq === moment}
                isOpen={open.has(change.seq)}
                onToggle={() => toggle(change.seq)}
              />
            </li>
          );
        })}
      </ol>
      {hasMore ? (
        <p className="history-more">
          <Spinner size={16} label={t("loading")} />
        </p>
      ) : (
        changes.length > 0 && <p className="muted history-start">{t("start")}</p>
      )}
    </>
  );
}
