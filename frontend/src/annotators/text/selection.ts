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
  const leaves = atEnd && range.endContainer !== startContainer && page.endsPiece(startContainer);
  const outer = leaves ? startContainer.parentNode : null;
  const start = outer
    ? page.toUnit(outer, outer.childNodes.length, false)
    : page.toUnit(startContainer, startOffset, false);
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
  const unit = page.toUnit(caret.node, caret.offset, false);
  for (const at of [unit, unit - 1]) {
    const box = at < 0 ? null : page.measure(at, at + 1)?.getBoundingClientRect();
    if (!box) continue;
    const inside =
      x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 3 && y <= box.bottom + 3;
    if (inside) return at;
  }
  return null;
}

/**
 * The unit nearest to a point of the window, also beside the text. With an edge the whole line
 * counts: its beginning for a start, its end for an end.
 */
export function caretUnit(
  page: Page,
  host: HTMLElement,
  x: number,
  y: number,
  ofLine: "start" | "end" | null,
): number | null {
  const view = host.getBoundingClientRect();
  const at = Math.min(Math.max(y, view.top + 2), view.bottom - 3);
  const block = page.blockNear(at);
  if (!block) return null;
  const { left, right, top, bottom } = page.textBox(block);
  const within = Math.min(Math.max(at, top + 1), bottom - 1);
  const units = (ofLine ? [left + 1, right - 1] : [Math.min(Math.max(x, left + 1), right - 1)])
    .map((place) => caretAt(place, within))
    .flatMap((caret) => {
      const inText = caret?.node instanceof Text && page.root.contains(caret.node);
      return caret && inText ? [page.toUnit(caret.node, caret.offset, ofLine === "end")] : [];
    });
  if (units.length === 0) return null;
  return ofLine === "end" ? Math.max(...units) : Math.min(...units);
}

/** The sentence around a unit, within its piece, without the space after it. */
export function sentenceAt(page: Page, unit: number, language?: string): Units | null {
  const piece = page.pieceAt(unit);
  if (!piece) return null;
  const words = page.text.slice(piece.start, piece.end);
  const sentences = new Intl.Segmenter(language, { granularity: "sentence" }).segment(words);
  const sentence = sentences.containing(Math.min(unit - piece.start, words.length - 1));
  if (!sentence) return null;
  const start = piece.start + sentence.index;
  return { start, end: start + sentence.segment.trimEnd().length };
}
