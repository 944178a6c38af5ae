import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { components } from "../api/schema";
import { shownAs } from "../app/weighing";
import { type Dragged, startDrag } from "../lib/drag";
import "./quote.css";

export type Segment = components["schemas"]["SegmentOut"];

/** The codes that are drawn as names and dots, by GUID. */
export type CodeNames = ReadonlyMap<string, { name: string; path: string; colour: string | null }>;

interface Props {
  segment: Segment;
  codes?: CodeNames;
  /** What a drag of it carries beside the passage. */
  dragged?: Dragged;
  /** What stands beneath the words: a stance, a reason, what can be done. */
  children?: ReactNode;
}

/** Where a segment stands in the reader. */
export const placeOf = (segment: Pick<Segment, "source" | "start" | "end">) =>
  `#/reduce/${segment.source}?at=${segment.start}-${segment.end}`;

const CUT = "…\u2009";

/** Context without the halves of words at its ends. */
export function around(segment: Pick<Segment, "before" | "after" | "start">) {
  const { before, after, start } = segment;
  const isWhole = [...before].length >= start || /^\s/.test(before);
  const first = isWhole ? before : before.replace(/^\S*\s?/, CUT);
  const last = after.trimEnd();
  const ends = last === "" || /[.!?…)\]”"]$/.test(last) || last !== after;
  return { before: first.trimStart(), after: ends ? last : `${last.replace(/\s?\S*$/, "")} …` };
}

/** A segment in its context, with whose words they are and the way to their place. */
export function Quote({ segment, codes, dragged, children }: Props) {
  const { t } = useTranslation("display");
  const { before, after } = around(segment);
  const { source, start, end, text } = segment;
  const passage = { source, start, end, quote: text };
  const named = segment.codes.flatMap((guid) => codes?.get(guid) ?? []);
  return (
    <article className="quote" {...shownAs(passage)}>
      <blockquote
        dir="auto"
        draggable
        title={t("quote.drag")}
        onDragStart={(event) => startDrag(event, { ...dragged, segment: passage })}
      >
        <span className="quote-around">{before}</span>
        <mark>{segment.text}</mark>
        <span className="quote-around">{after}</span>
      </blockquote>
      <footer>
        {segment.case_name && <span className="quote-case">{segment.case_name}</span>}
        <a href={placeOf(segment)} aria-label={t("quote.open", { source: segment.source_name })}>
          {segment.source_name}
        </a>
        {segment.coders.length > 0 && (
          <span>{t("quote.coded", { coders: segment.coders.join(", ") })}</span>
        )}
        {named.map((code) => (
          <span key={code.path} className="quote-code" title={code.path}>
            <span className="quote-dot" style={{ backgroundColor: code.colour ?? undefined }} />
            {code.name}
          </span>
        ))}
      </footer>
      {children}
    </article>
  );
}
