/**
 * Moving the boundaries of a coding: two handles at the current one, the ends of any stripe, and the
 * arrows on a handle. The coding is drawn where it would be; only letting go tells it.
 */

import type { Coding } from "./codings";
import type { Stretch } from "./highlights";
import type { Scene } from "./scene";
import { caretUnit } from "./selection";
import { type Edge, nextEdge, type Snapping, snapped } from "./snap";

/** Within so many pixels of the window's edge the text scrolls, the faster the nearer. */
const SCROLL_ZONE = 48;
const FASTEST = 22;
/** The pointer has to go so many pixels towards an edge before the text scrolls there. */
const MEANT = 8;
/** How much of a stripe's end can be taken hold of, in pixels. */
const STRIPE_END = 9;

interface Drag {
  readonly edge: Edge;
  readonly from: Coding;
  /** By a stripe: the whole line the pointer is at counts. */
  readonly byStripe: boolean;
  /** Where the pointer took hold. */
  readonly since: number;
  at: Stretch;
  x: number;
  y: number;
  exact: boolean;
}

/** The click that ends a drag means nothing else. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation();
    event.preventDefault();
  };
  addEventListener("click", swallow, { capture: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
}

export class Edges {
  private readonly handles: Readonly<Record<Edge, HTMLButtonElement>>;
  private current: string | null = null;
  private drag: Drag | null = null;
  private listening = new AbortController();
  private frame = 0;

  constructor(
    private readonly scene: Scene,
    private readonly moved: (coding: Coding, to: Stretch) => void,
  ) {
    this.handles = { start: this.handle("start"), end: this.handle("end") };
  }

  private handle(edge: Edge): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "jr-handle";
    button.dataset.edge = edge;
    button.addEventListener("pointerdown", (event) => {
      const coding = this.scene.codings.get(this.current ?? "");
      if (coding && event.button === 0) this.begin(event, coding, edge, false);
    });
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("keydown", (event) => this.pressed(event, edge));
    return button;
  }

  get isDragging(): boolean {
    return this.drag !== null;
  }

  get currentId(): string | null {
    return this.current;
  }

  /** Shows the handles at a coding, or nowhere. */
  show(coding: string | null): void {
    this.current = coding;
    this.place();
  }

  /** Puts the handles where their coding begins and ends now. */
  readonly place = (): void => {
    const coding = this.scene.codings.get(this.current ?? "");
    if (!coding) {
      for (const handle of Object.values(this.handles)) handle.remove();
      return;
    }
    const name = this.scene.nameOf(coding);
    const places = (["start", "end"] as const).map((edge) => ({
      edge,
      box: this.box(coding, edge),
    }));
    for (const { edge, box } of places) {
      const handle = this.handles[edge];
      if (!box) {
        handle.remove();
        continue;
      }
      const label = this.scene.look.words.edge?.(edge, name) ?? `${edge}: ${name}`;
      if (handle.ariaLabel !== label) handle.ariaLabel = label;
      handle.style.setProperty("--jr-ink", this.scene.look.ink(coding).colour);
      handle.style.left = `${box.x}px`;
      handle.style.top = `${box.top}px`;
      handle.style.setProperty("--jr-line", `${box.height}px`);
      handle.toggleAttribute("data-back", box.goesBack);
      if (handle.parentElement !== box.chunk) box.chunk.append(handle);
    }
  };

  /** Where an edge is, from the top left of its chunk; `null` while that is not drawn. */
  private box({ start, end }: Stretch, edge: Edge) {
    const { page } = this.scene;
    const unit = edge === "start" ? start : Math.max(start, end - 1);
    const view = page.chunks[page.chunkAt(unit)];
    const rects = page.measure(unit, unit + 1)?.getClientRects();
    const rect = edge === "start" ? rects?.[0] : rects?.[rects.length - 1];
    if (!view || !rect || rect.height === 0) return null;
    const goesBack = page.goesBack(unit);
    const within = view.element.getBoundingClientRect();
    const atRight = (edge === "end") !== goesBack;
    const x = (atRight ? rect.right : rect.left) - within.left;
    return { x, top: rect.top - within.top, height: rect.height, goesBack, chunk: view.element };
  }

  /** The edge of a stripe that a pointer is at. */
  stripeEdge(stripe: HTMLElement, y: number): { coding: Coding; edge: Edge } | null {
    const coding = this.scene.codingOf(stripe);
    if (!coding) return null;
    const box = stripe.getBoundingClientRect();
    const reach = Math.min(STRIPE_END, box.height / 3);
    const chunk = this.scene.page.chunks[this.scene.page.chunkAt(coding.start)];
    const last = this.scene.page.chunks[this.scene.page.chunkAt(Math.max(0, coding.end - 1))];
    if (y - box.top <= reach && chunk?.element.contains(stripe)) return { coding, edge: "start" };
    if (box.bottom - y <= reach && last?.element.contains(stripe)) return { coding, edge: "end" };
    return null;
  }

  /** Takes hold of a stripe's end; false when the pointer is at none. */
  take(event: PointerEvent, stripe: HTMLElement): boolean {
    const found = this.stripeEdge(stripe, event.clientY);
    if (found) this.begin(event, found.coding, found.edge, true);
    return found !== null;
  }

  private begin(event: PointerEvent, coding: Coding, edge: Edge, byStripe: boolean): void {
    event.preventDefault();
    this.stop();
    const { start, end } = coding;
    const { clientX: x, clientY: y, altKey: exact } = event;
    this.drag = { edge, from: coding, byStripe, since: y, at: { start, end }, x, y, exact };
    this.listening = new AbortController();
    const options = { signal: this.listening.signal, capture: true };
    addEventListener("pointermove", (next) => this.follow(next), options);
    addEventListener("pointerup", () => this.drop(), options);
    addEventListener("pointercancel", () => this.cancel(false), options);
    addEventListener("blur", () => this.cancel(false), { signal: this.listening.signal });
    addEventListener("keydown", (key) => this.keyed(key), options);
    addEventListener("keyup", (key) => this.keyed(key), options);
  }

  private keyed(event: KeyboardEvent): void {
    if (!this.drag) return;
    if (event.key === "Alt") {
      this.drag.exact = event.type === "keydown";
      this.request();
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === "Escape" && event.type === "keydown") this.cancel();
  }

  private follow(event: PointerEvent): void {
    if (!this.drag) return;
    if (event.buttons === 0) {
      this.drop();
      return;
    }
    this.drag.x = event.clientX;
    this.drag.y = event.clientY;
    this.drag.exact = event.altKey;
    this.scene.host.classList.add("jr-dragging");
    this.request();
  }

  private request(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.run());
  }

  private run(): void {
    this.frame = 0;
    const { drag, scene } = this;
    if (!drag) return;
    if (!scene.codings.get(drag.from.id)) {
      this.stop();
      return;
    }
    const isScrolling = this.scroll(drag);
    const unit = caretUnit(
      scene.page,
      scene.host,
      drag.x,
      drag.y,
      drag.byStripe ? drag.edge : null,
    );
    const to = unit === null ? null : snapped(scene.page.text, unit, this.snapping(drag));
    if (to !== null && to !== drag.at[drag.edge]) {
      drag.at = { ...drag.at, [drag.edge]: to };
      this.current = drag.from.id;
      this.move(drag.from.id, drag.at);
      this.scene.view.drawNow();
    }
    if (isScrolling) this.request();
  }

  private snapping({ edge, at, exact }: Pick<Drag, "edge" | "at" | "exact">): Snapping {
    const other = edge === "start" ? at.end : at.start;
    return { edge, other, exact, language: this.scene.language };
  }

  /** Scrolls while the pointer has come to the top or bottom of the view; true while it does. */
  private scroll({ y, since }: Drag): boolean {
    const { top, bottom } = this.scene.host.getBoundingClientRect();
    const above = y < since - MEANT ? Math.max(top + SCROLL_ZONE - y, 0) : 0;
    const below = y > since + MEANT ? Math.max(y - bottom + SCROLL_ZONE, 0) : 0;
    const over = above - below;
    if (over === 0) return false;
    const before = this.scene.host.scrollTop;
    const part = Math.min(Math.abs(over) / SCROLL_ZONE, 1);
    this.scene.host.scrollTop -= Math.sign(over) * Math.ceil(part * FASTEST);
    return this.scene.host.scrollTop !== before;
  }

  private move(id: string, to: Stretch): void {
    const coding = this.scene.codings.get(id);
    if (!coding) return;
    const moved = this.scene.codings.move(id, to, this.scene.points);
    this.scene.view.refresh(moved ? [coding, moved] : [coding]);
  }

  private drop(): void {
    const { drag } = this;
    if (!drag) return;
    // What the pointer did last may not have been drawn yet.
    cancelAnimationFrame(this.frame);
    if (this.scene.host.classList.contains("jr-dragging")) this.run();
    if (this.scene.host.classList.contains("jr-dragging")) swallowClick();
    const hasMoved = this.drag !== null && drag.at[drag.edge] !== drag.from[drag.edge];
    this.stop();
    this.show(this.current);
    if (hasMoved) this.moved(drag.from, drag.at);
  }

  /** Puts the coding back where it was. */
  cancel(isDown = true): void {
    const { drag } = this;
    if (drag && isDown && this.scene.host.classList.contains("jr-dragging")) {
      // The button is still down; letting it go is the end of what was given up.
      addEventListener("pointerup", swallowClick, { capture: true, once: true });
    }
    this.stop();
    if (!drag) return;
    if (drag.at !== drag.from) this.move(drag.from.id, drag.from);
    this.show(this.current);
  }

  private stop(): void {
    this.drag = null;
    this.listening.abort();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.scene.host.classList.remove("jr-dragging");
  }

  /** The arrows on a handle move its edge by a word, with Alt by a letter. */
  private pressed(event: KeyboardEvent, edge: Edge): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as 1 | -1 | undefined;
    const coding = this.scene.codings.get(this.current ?? "");
    if (!step || !coding || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const { start, end } = coding;
    const goesBack = this.scene.page.goesBack(coding[edge] - (edge === "end" ? 1 : 0));
    const snapping = this.snapping({ edge, at: { start, end }, exact: event.altKey });
    const on = goesBack ? (-step as 1 | -1) : step;
    const to = nextEdge(this.scene.page.text, coding[edge], on, snapping);
    if (to === null) return;
    const at = { start, end, [edge]: to };
    this.move(coding.id, at);
    this.moved(coding, at);
  }

  destroy(): void {
    this.stop();
    for (const handle of Object.values(this.handles)) handle.remove();
  }
}
