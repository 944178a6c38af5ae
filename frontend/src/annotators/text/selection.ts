/** The browser's selection and pointer, in units of the text. */

import type { Page } from "./page";

interface Units {
  readonly start: number;
  readonly end: number;
}

/** What is selected of the text; `null` when nothing is, or only what lies outside. */
export function selected(page: Page): Units | null {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(page.root)) return null;
  const { startContainer, startOffset } = range;
  const atEnd = startContainer instanceof Text && startOffset === startContainer.length;
  const leaves = atEnd && range.endContainer !== startContainer;
  const outer = leaves ? startContainer.parentNode : startContainer;
  const start = page.toUnit(outer ?? startContainer, leaves ? 1 : startOffset, false);
  const end = page.toUnit(range.endContainer, range.endOffset, true);
  return end > start ? { start, end } : null;
}

/** Selects a stretch; `null` selects nothing. */
export function select(page: Page, units: Units | null): void {
  const selection = document.getSelection();
  if (!selection) return;
  const range = units ? page.toRange(units.start, units.end) : null;
  if (!range) {
    if (selection.anchorNode && page.root.contains(selection.anchorNode))
      selection.removeAllRanges();
    return;
  }
  const { startContainer, startOffset, endContainer, endOffset } = range;
  selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

interface Caret {
  readonly node: Node;
  readonly offset: number;
}

function caretAt(x: number, y: number): Caret | null {
  if (typeof document.caretPositionFromPoint === "function") {
    const place = document.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, offset: place.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** The unit whose letter is under a point of the window; `null` beside the text. */
export function unitAtPoint(page: Page, x: number, y: number): number | null {
  const caret = caretAt(x, y);
  if (!(caret?.node instanceof Text) || !page.root.contains(caret.node)) return null;
  const { node, offset } = caret;
  const range = document.createRange();
  for (const at of [offset, offset - 1]) {
    if (at < 0 || at >= node.length) continue;
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    const inside =
      x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 3 && y <= box.bottom + 3;
    if (inside) return page.toUnit(node, at, false);
  }
  return null;
}

/** The sentence around a unit, within its piece, without the space after it. */
export function sentenceAt(page: Page, unit: number, language?: string): Units | null {
  const place = page.toPoint(unit);
  if (!place) return null;
  const { data } = place.node;
  const sentences = new Intl.Segmenter(language, { granularity: "sentence" }).segment(data);
  const sentence = sentences.containing(Math.min(place.offset, data.length - 1));
  if (!sentence) return null;
  const start = unit - place.offset + sentence.index;
  return { start, end: start + sentence.segment.trimEnd().length };
}
