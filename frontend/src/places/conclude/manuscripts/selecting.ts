/** Words of a manuscript that somebody has selected. */

import { useEffect, useState } from "react";

export interface Selected {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

const length = (text: string) => [...text].length;

/** How far into its paragraph a place is, in code points. */
function pointsBefore(paragraph: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, offset);
  return length(range.toString());
}

function selected(): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const of = (node: Node) =>
    (node instanceof Element ? node : node.parentElement)?.closest("[data-paragraph]");
  const paragraph = of(range.startContainer);
  if (!paragraph || of(range.endContainer) !== paragraph) return null;
  const words = range.toString();
  const before = length(words) - length(words.trimStart());
  const start = pointsBefore(paragraph, range.startContainer, range.startOffset) + before;
  const kept = words.trim();
  if (kept === "") return null;
  return {
    paragraph: Number(paragraph.getAttribute("data-paragraph")),
    start,
    end: start + length(kept),
    words: kept,
  };
}

/** What is selected within one paragraph; the last of it, once the pointer is elsewhere. */
export function useSelected(): [Selected | null, () => void] {
  const [now, setNow] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => {
      const found = selected();
      if (found) setNow(found);
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);
  return [now, () => setNow(null)];
}
