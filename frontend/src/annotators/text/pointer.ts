/** What the pointer does in the text: clicks, hovering, growing selections, taking hold of stripes. */

import type { CodingPoint, ReaderSelection } from "./api";
import type { Coding } from "./codings";
import type { Edges } from "./edges";
import type { Stretch } from "./highlights";
import type { Scene } from "./scene";
import { select, selected, sentenceAt, unitAtPoint } from "./selection";
import type { Tip } from "./tip";

/** What the pointer tells the reader. */
export interface Pointed {
  clicked(point: CodingPoint): void;
  hovered(point: CodingPoint | null): void;
  dragged(event: DragEvent): void;
  selection(): ReaderSelection | null;
}

export function stripeOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(".jr-stripe") : null;
}

export class Pointer {
  private readonly listening = new AbortController();
  private hovered = "";
  private frame = 0;

  constructor(
    private readonly scene: Scene,
    private readonly edges: Edges,
    private readonly tip: Tip,
    private readonly told: Pointed,
  ) {
    const { signal } = this.listening;
    const { root } = scene;
    root.addEventListener("pointerdown", (event) => this.pressed(event), { signal });
    root.addEventListener("mousedown", (event) => this.grow(event), { signal });
    root.addEventListener("click", (event) => this.clicked(event), { signal });
    root.addEventListener("pointermove", (event) => this.moved(event), { signal });
    root.addEventListener("pointerleave", () => this.hover([], null), { signal });
    root.addEventListener("focusin", (event) => this.focused(event), { signal });
    root.addEventListener("focusout", () => this.tip.show(null, null), { signal });
    root.addEventListener("dragstart", (event) => told.dragged(event), { signal });
    root.addEventListener("copy", (event) => this.copied(event), { signal });
  }

  /** The end of a stripe is taken hold of; all else of a stripe is for clicking. */
  private pressed(event: PointerEvent): void {
    const stripe = stripeOf(event.target);
    this.tip.show(null, null);
    if (stripe && event.button === 0) this.edges.take(event, stripe);
  }

  /** A third click takes the sentence, a fourth the block. */
  private grow(event: MouseEvent): void {
    if (event.detail < 3 || event.button !== 0) return;
    const { page, cursor, language } = this.scene;
    const unit = unitAtPoint(page, event.clientX, event.clientY);
    if (unit === null) return;
    event.preventDefault();
    cursor.place(unit);
    const sentence = sentenceAt(page, unit, language);
    select(page, event.detail === 3 ? sentence : page.blockAt(unit));
  }

  /** Copies the words of the source as they are, not as they are laid out. */
  private copied(event: ClipboardEvent): void {
    const selection = this.told.selection();
    if (!selection || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", selection.quote);
    event.preventDefault();
  }

  private codingsUnder(event: MouseEvent): Coding[] {
    const stripe = stripeOf(event.target);
    if (stripe) return [this.scene.codingOf(stripe)].filter((coding) => coding !== undefined);
    const unit = unitAtPoint(this.scene.page, event.clientX, event.clientY);
    return unit === null ? [] : this.scene.codings.at(unit);
  }

  private clicked(event: MouseEvent): void {
    const onStripe = stripeOf(event.target) !== null;
    if (!onStripe && selected(this.scene.page)) return;
    if (!onStripe) {
      const unit = unitAtPoint(this.scene.page, event.clientX, event.clientY);
      if (unit !== null) this.scene.cursor.place(unit);
    }
    const codings = this.codingsUnder(event).map((coding) => coding.id);
    this.edges.show(codings[0] ?? null);
    if (codings.length > 0) this.told.clicked({ codings, x: event.clientX, y: event.clientY });
  }

  private moved(event: PointerEvent): void {
    if (this.frame !== 0 || event.buttons !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      const stripe = stripeOf(event.target);
      stripe?.toggleAttribute("data-end", this.edges.stripeEdge(stripe, event.clientY) !== null);
      this.hover(this.codingsUnder(event), event);
    });
  }

  private focused({ target }: FocusEvent): void {
    const stripe = stripeOf(target);
    const coding = this.scene.codingOf(stripe);
    if (!stripe || !coding) return;
    this.hover([coding], null);
    this.tip.show(coding, stripe);
  }

  /** Sets off the codings under the pointer, the innermost one's words too. */
  hover(codings: readonly Coding[], event: PointerEvent | null): void {
    const ids = codings.map((coding) => coding.id);
    if (ids.join(" ") === this.hovered) return;
    this.hovered = ids.join(" ");
    this.scene.mark("hover", codings.slice(0, 1) as readonly Stretch[]);
    this.scene.view.light(new Set(ids));
    this.tip.show(codings[0] ?? null, event && stripeOf(event.target));
    const point = event && { codings: ids, x: event.clientX, y: event.clientY };
    this.told.hovered(ids.length > 0 ? point : null);
  }

  destroy(): void {
    this.listening.abort();
    cancelAnimationFrame(this.frame);
  }
}
