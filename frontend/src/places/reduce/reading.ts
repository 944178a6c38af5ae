/** Getting a text ready for the reader: its blocks, its place, its look. */

import { type RefObject, useEffect, useMemo } from "react";
import type { CodingView, Reader, ReaderDocument, Span } from "../../annotators/text/api";
import type { SourceText } from "../../api/types";
import { useUi } from "../../stores/ui";
import { useOnlyMembers } from "./book/use-only-members";
import { useDesk } from "./desk";

const ZONED = /(?:Z|[+-]\d\d:?\d\d)$/;

/** Milliseconds of an ISO time; one without a zone is taken as it is written. */
export function millisecondsOf(time: string | null): number | null {
  if (time === null) return null;
  const value = Date.parse(ZONED.test(time) ? time : `${time}Z`);
  return Number.isNaN(value) ? null : value;
}

export function documentOf({ text, blocks }: SourceText): ReaderDocument {
  return { text, blocks: { ...blocks, time: blocks.time.map(millisecondsOf) } };
}

/** The place an address asks for: `at=12-34`. */
export function placeAsked(search: string): Span | null {
  const asked = /^(\d+)-(\d+)$/.exec(new URLSearchParams(search).get("at") ?? "");
  if (!asked) return null;
  const span = { start: Number(asked[1]), end: Number(asked[2]) };
  return span.start <= span.end ? span : null;
}

/** Goes to the place that is asked for, or to where reading stopped; keeps where it is now. */
export function usePosition(
  reader: Reader | null,
  source: string,
  search: string,
  desk: RefObject<HTMLElement | null>,
): void {
  const setPosition = useUi((ui) => ui.setPosition);
  useEffect(() => {
    if (!reader) return;
    const asked = placeAsked(search);
    if (asked) {
      void reader.goTo(asked, { flash: true });
      return;
    }
    const kept = useUi.getState().positions[source];
    if (kept) void reader.goTo({ start: kept, end: kept }, { align: "start" });
  }, [reader, source, search]);
  useEffect(() => {
    const scroller = desk.current?.querySelector(".reader");
    if (!reader || !scroller) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setPosition(source, reader.getPosition()), 400);
    };
    scroller.addEventListener("scroll", keep, { passive: true });
    return () => {
      clearTimeout(timer);
      scroller.removeEventListener("scroll", keep);
    };
  }, [reader, source, desk, setPosition]);
}

/** Which codings are faded, as far as anything is filtered. */
export function useDimmed(): ((coding: CodingView) => boolean) | null {
  const onlyCode = useDesk((desk) => desk.onlyCode);
  const hidden = useDesk((desk) => desk.hiddenCoders);
  const members = useOnlyMembers();
  return useMemo(() => {
    if (!onlyCode && !members && hidden.length === 0) return null;
    return ({ code, coder }) =>
      (onlyCode !== null && code !== onlyCode) ||
      members?.has(code) === false ||
      hidden.includes(coder);
  }, [onlyCode, members, hidden]);
}

/** The look of the text as variables of its style. */
export function readingStyle({
  size,
  width,
  leading,
  serif,
}: ReturnType<typeof useUi.getState>["reading"]) {
  return {
    "--reader-size": `${size}px`,
    "--reader-measure": `${width}ch`,
    "--reader-leading": String(leading),
    "--reader-font": serif ? "var(--font-serif)" : "var(--font)",
  } as React.CSSProperties;
}
