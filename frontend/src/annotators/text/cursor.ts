/** Where reading is: the current block and the current coding, and the ways on from them. */

import type { Coding, Codings } from "./codings";
import type { Page } from "./page";
import { indexAt } from "./pieces";

export class Cursor {
  /** The unit the cursor is at. */
  unit = 0;
  private coding: string | null = null;
  private marked: HTMLElement | null = null;

  private readonly page: Page;
  private readonly codings: Codings;

  constructor(page: Page, codings: Codings) {
    this.page = page;
    this.codings = codings;
  }

  /** Moves without marking, as when somebody clicks into the text. */
  place(unit: number): void {
    this.unit = unit;
    this.coding = null;
    this.mark(indexAt(this.page.pieces, unit));
  }

  /** The next or previous block; the first call comes to the block the cursor is in. */
  block(step: 1 | -1): { start: number; end: number } | null {
    const { pieces } = this.page;
    let at = indexAt(pieces, this.unit);
    if (this.marked) at += step;
    while (pieces[at] && !pieces[at]?.first) at += step;
    const piece = pieces[at];
    if (!piece) return null;
    this.unit = piece.start;
    this.coding = null;
    this.mark(at);
    return this.page.blockAt(piece.start);
  }

  private mark(at: number): void {
    this.marked?.classList.remove("jr-current");
    this.marked = this.page.elementOf(at);
    this.marked?.classList.add("jr-current");
  }

  nextCoding(step: 1 | -1): Coding | null {
    const coding = this.codings.beside(this.unit, this.coding, step);
    if (!coding) return null;
    this.place(coding.start);
    this.coding = coding.id;
    return coding;
  }
}
