/** Keeps a passage marked while the browser's own selection is elsewhere, as in a field. */

const NAME = "picked";

/** Marks whatever is selected in the page now. */
export function markSelection(): void {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  const range = new StaticRange({ startContainer, startOffset, endContainer, endOffset });
  CSS.highlights?.set(NAME, new Highlight(range));
}

export function unmark(): void {
  CSS.highlights?.delete(NAME);
}
