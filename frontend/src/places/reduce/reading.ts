/** Getting a text ready for the reader: its blocks, its place, its look. */

import { type RefObject, useEffect, useMemo } from "react";
import type { CodingView, Reader, ReaderDocument, Span } from "../../annotators/text/api";
import type { Code, Codings, SourceText } from "../../api/types";
import { pick } from "../../lib/columns";
import { useUi } from "../../stores/ui";
import { useOnlyMembers } from "./book/use-only-members";
import { useDesk } from "./desk";
import { isWithin } from "./tree";

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

/** Whether the place is to be selected, ready to be coded: `select=1`. */
export function isToSelect(search: string): boolean {
  return new URLSearchParams(search).get("select") === "1";
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
      void reader.goTo(asked, { flash: true }).then(() => {
        if (!isToSelect(search)) return;
        reader.setSelection(asked);
        reader.focus();
      });
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

/** The codes that are looked at alone, with those below; `null`: all of them. */
function useOnly(codes: readonly Code[]): ReadonlySet<string> | null {
  const onlyCode = useDesk((desk) => desk.onlyCode);
  const members = useOnlyMembers();
  return useMemo(() => {
    if (!onlyCode) return members;
    const byGuid = new Map(codes.map((code) => [code.guid, code]));
    const meant = codes.filter(({ guid }) => isWithin(byGuid, guid, onlyCode));
    const below = [onlyCode, ...meant.map(({ guid }) => guid)];
    return new Set(members ? below.filter((guid) => members.has(guid)) : below);
  }, [onlyCode, members, codes]);
}

/** Which codings are drawn, and which of them faded, as far as anything is filtered. */
export function useFiltered(
  codings: Codings,
  codes: readonly Code[],
): { drawn: Codings; dimmed: ((coding: CodingView) => boolean) | null } {
  const only = useOnly(codes);
  const hides = useDesk((desk) => desk.hidesOthers);
  return useMemo(() => {
    if (!only) return { drawn: codings, dimmed: null };
    if (!hides) return { drawn: codings, dimmed: ({ code }) => !only.has(code) };
    const places = codings.code.flatMap((code, at) => (only.has(code) ? [at] : []));
    return { drawn: pick(codings, places), dimmed: null };
  }, [only, hides, codings]);
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
