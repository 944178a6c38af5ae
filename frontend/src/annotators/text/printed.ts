/** On paper there is no margin to point at: below each block stand the names of the codes on it. */

import type { Codings } from "./codings";
import type { Look } from "./look";
import type { Page } from "./page";

const LINE = "jr-printed";

/** Writes the lines; generated content, so that the text stays as it is. */
export function nameCodes(page: Page, codings: Codings, look: Look): void {
  page.pieces.forEach(({ start, end }, at) => {
    const here = codings.over(start, end).filter((coding) => !look.isDimmed(coding));
    const names = [...new Set(here.map((coding) => look.label(coding)))];
    if (names.length === 0) return;
    const line = document.createElement("div");
    line.className = LINE;
    line.dataset.codes = names.join(" · ");
    page.elementOf(at)?.append(line);
  });
}

/** Takes the lines away again. */
export function unnameCodes(root: HTMLElement): void {
  for (const line of root.querySelectorAll(`.${LINE}`)) line.remove();
}
