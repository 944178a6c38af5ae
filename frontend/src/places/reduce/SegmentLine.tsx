import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Segment } from "../../api/types";
import { goTo } from "../../app/hash";
import { shownAs } from "../../app/weighing";
import { Checkbox } from "../../components/Field";
import { CodePoints } from "../../lib/codepoints";
import { startDrag } from "../../lib/drag";
import { firstWords, lastWords } from "./context";
import { useDesk } from "./desk";
import { keepOrigin } from "./origin";
import { placeAddress } from "./place-address";
import "./segments.css";

interface Props {
  segment: Segment;
  isHere: boolean;
  isChosen: boolean;
  onChoose?: (segment: Segment, isRange: boolean) => void;
}

/** What is selected within an element, in code points of the segment it shows. */
function selectedIn(element: HTMLElement | null, segment: Segment) {
  const selection = document.getSelection();
  if (!element || !selection || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const points = new CodePoints(segment.text);
  const at = before.toString().length;
  const start = segment.start + points.toPoint(at);
  return { start, end: segment.start + points.toPoint(at + range.toString().length) };
}

/** A segment with the words around it; words selected in it are opened in the text, to be coded. */
export function SegmentLine({ segment, isHere, isChosen, onChoose }: Props) {
  const { t } = useTranslation(["reduce", "desk"]);
  const words = useRef<HTMLElement>(null);
  const { source, start, end, text } = segment;
  const shown = { source, start, end, quote: text };
  const open = (event: React.MouseEvent) => {
    const picked = selectedIn(words.current, segment);
    if (picked) {
      event.preventDefault();
      goTo(`${placeAddress({ source, ...picked })}&select=1`);
      return;
    }
    if (onChoose && (event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      onChoose(segment, event.shiftKey);
      return;
    }
    keepOrigin();
    useDesk.setState({ picked: null });
    // The address may be the one that is open already.
    if (isHere) void useDesk.getState().reader?.goTo(segment, { flash: true });
  };
  return (
    <div className={`segment-row${isChosen ? " chosen" : ""}`}>
      {onChoose && (
        <Checkbox
          aria-label={t("desk:segments.choose")}
          isSelected={isChosen}
          onChange={() => onChoose(segment, false)}
        />
      )}
      <Link
        href={placeAddress(segment)}
        className={`segment${isHere ? " here" : ""}`}
        draggable={false}
        {...shownAs(shown)}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== " " || !onChoose) return;
          event.preventDefault();
          onChoose(segment, event.shiftKey);
        }}
      >
        <span className="segment-text" dir="auto">
          <span className="muted">{lastWords(segment.before, 48)}</span>
          <mark ref={words}>{text}</mark>
          <span className="muted">{firstWords(segment.after, 48)}</span>
        </span>
      </Link>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer; by key it is evidence */}
      <div
        className="segment-foot"
        draggable
        onDragStart={(event) =>
          startDrag(event.nativeEvent, { segment: shown, codings: segment.codings })
        }
      >
        <strong>{segment.source_name}</strong>
        {segment.case_name && <span>{segment.case_name}</span>}
        {segment.coders.length > 0 && (
          <span>{t("segments.by", { names: segment.coders.join(", ") })}</span>
        )}
      </div>
    </div>
  );
}
