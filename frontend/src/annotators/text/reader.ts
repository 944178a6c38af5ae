/** The reader: one text, its codings, and what a person does with them. See `api.ts`. */

import { CodePoints } from "../../lib/codepoints";
import * as anchor from "./anchor";
import type {
  CodingColumns,
  CodingPoint,
  CodingView,
  FindOptions,
  GoOptions,
  Ink,
  Reader,
  ReaderDocument,
  ReaderOptions,
  ReaderSelection,
  Span,
  TextAnchor,
} from "./api";
import { type Coding, Codings } from "./codings";
import { Cursor } from "./cursor";
import { find } from "./find";
import { Highlights, type Layer, type Painted } from "./highlights";
import { press } from "./keys";
import { Look } from "./look";
import { Page, timeText } from "./page";
import { plan } from "./pieces";
import { bring } from "./scrolling";
import { select, selected, sentenceAt, unitAtPoint } from "./selection";
import { Signal } from "./signal";
import { View } from "./view";

const FLASH = 1600;
const EMPTY: ReaderDocument = { text: "", blocks: { number: [], kind: [], start: [], end: [] } };

/** Makes a reader in `host`, which becomes its scroller and must have a height of its own. */
export function createReader(host: HTMLElement, options: ReaderOptions): Reader {
  return new TextReader(host, options);
}

interface Units {
  readonly start: number;
  readonly end: number;
}

class TextReader implements Reader {
  private readonly root = document.createElement("div");
  private readonly highlights = new Highlights();
  private readonly look: Look;
  private readonly listening = new AbortController();
  private readonly selections = new Signal<ReaderSelection | null>();
  private readonly clicks = new Signal<CodingPoint>();
  private readonly hovers = new Signal<CodingPoint | null>();
  private readonly readies = new Signal<void>();
  private readonly passing = new Map<Layer, Painted>();
  private points = new CodePoints("");
  private codings = new Codings();
  private page: Page;
  private view: View;
  private cursor: Cursor;
  private jumps = 0;
  private hovered = "";
  private pointing = 0;
  private wasSelected = false;

  readonly onSelection = this.selections.on;
  readonly onCodingClick = this.clicks.on;
  readonly onCodingHover = this.hovers.on;
  readonly onReady = this.readies.on;

  constructor(
    private readonly host: HTMLElement,
    private readonly options: ReaderOptions,
  ) {
    this.look = new Look(options.words);
    this.root.className = "jr-text";
    this.root.tabIndex = 0;
    this.root.setAttribute("role", "document");
    this.root.setAttribute("aria-label", options.words.text);
    host.classList.add("jr");
    host.replaceChildren(this.root);
    [this.page, this.view, this.cursor] = this.open(EMPTY);
    this.listen();
  }

  private open({ text, blocks }: ReaderDocument): [Page, View, Cursor] {
    this.points = new CodePoints(text);
    this.codings = new Codings();
    this.look.hits = [];
    const time = this.options.words.time ?? timeText;
    const page = new Page(this.root, text, plan(this.points, blocks), blocks, time);
    const view = new View({
      host: this.host,
      page,
      codings: this.codings,
      look: this.look,
      points: this.points,
      highlights: this.highlights,
      ready: () => this.readies.send(),
    });
    return [page, view, new Cursor(page, this.codings)];
  }

  setDocument(document: ReaderDocument): void {
    this.close();
    this.host.scrollTop = 0;
    [this.page, this.view, this.cursor] = this.open(document);
  }

  private close(): void {
    this.jumps += 1;
    this.view.destroy();
    for (const layer of this.passing.keys()) this.unmark(layer);
  }

  setCodings(codings: CodingColumns): void {
    this.codings.remove(this.codings.all.map((coding) => coding.id));
    this.codings.add(codings, this.points);
    this.view.refresh();
  }

  addCodings(codings: CodingColumns): void {
    const before = codings.coding.flatMap((id) => this.codings.get(id) ?? []);
    this.view.refresh([...before, ...this.codings.add(codings, this.points)]);
  }

  removeCodings(codings: readonly string[]): void {
    this.view.refresh(this.codings.remove(codings));
    this.hover([], null);
  }

  setPalette(codes: ReadonlyMap<string, Ink>): void {
    this.look.codes = codes;
    this.view.refresh();
  }

  setCoders(coders: ReadonlyMap<string, Ink>, colouring: "code" | "coder" = "code"): void {
    this.look.coders = coders;
    this.look.colouring = colouring;
    this.view.refresh();
  }

  setDimmed(dimmed: ((coding: CodingView) => boolean) | null): void {
    this.look.dimmed = dimmed;
    this.view.refresh();
  }

  setHits(hits: readonly Span[] | null): void {
    this.look.hits = [...(hits ?? [])].sort((one, other) => one.start - other.start);
    this.view.refresh();
  }

  private units({ start, end }: Span): Units {
    return { start: this.points.toUnit(start), end: this.points.toUnit(end) };
  }

  private span({ start, end }: Units): Span {
    return { start: this.points.toPoint(start), end: this.points.toPoint(end) };
  }

  async goTo(span: Span, { align = "center", flash = false }: GoOptions = {}): Promise<void> {
    await this.bring(this.units(span), align);
    if (flash) this.flash(this.units(span));
  }

  private async bring({ start, end }: Units, align: NonNullable<GoOptions["align"]>) {
    this.jumps += 1;
    const jump = this.jumps;
    const at = this.page.chunkAt(start);
    this.view.lay(at);
    this.view.want(at);
    await bring(this.host, this.page, { start, end, align }, () => jump === this.jumps);
  }

  private flash(units: Units): void {
    this.mark("flash", [units]);
    const painted = this.passing.get("flash");
    setTimeout(() => {
      if (this.passing.get("flash") === painted) this.unmark("flash");
    }, FLASH);
  }

  private mark(layer: Layer, stretches: readonly Units[]): void {
    this.unmark(layer);
    const painted: Painted = [];
    for (const stretch of stretches) this.highlights.paint(this.page, stretch, { layer }, painted);
    this.passing.set(layer, painted);
  }

  private unmark(layer: Layer): void {
    this.highlights.undo(this.passing.get(layer) ?? []);
  }

  getPosition(): number {
    const view = this.host.getBoundingClientRect();
    const under = this.page.chunks.find(
      ({ element }) => element.getBoundingClientRect().bottom > view.top,
    );
    if (!under) return 0;
    for (let at = under.chunk.first; at < under.chunk.last; at += 1) {
      const box = this.page.elementOf(at)?.getBoundingClientRect();
      if (box && box.bottom > view.top)
        return this.points.toPoint(this.page.pieces[at]?.start ?? 0);
    }
    return this.points.toPoint(under.chunk.start);
  }

  getSelection(): ReaderSelection | null {
    const units = selected(this.page);
    if (!units) return null;
    return { ...this.span(units), quote: this.page.text.slice(units.start, units.end) };
  }

  setSelection(span: Span | null): void {
    select(this.page, span && this.units(span));
  }

  codingsAt(position: number): readonly string[] {
    return this.codings.at(this.points.toUnit(position)).map((coding) => coding.id);
  }

  rectOf(span: Span): DOMRect | null {
    const { start, end } = this.units(span);
    const box = this.page.measure(start, end)?.getBoundingClientRect();
    return box && (box.width > 0 || box.height > 0) ? box : null;
  }

  find(query: string, options?: FindOptions): Span[] {
    return find(this.points, query, options);
  }

  describe(span: Span): TextAnchor {
    return anchor.describe(this.points, span);
  }

  resolve(described: TextAnchor): Span | null {
    return anchor.resolve(this.points, described);
  }

  private toBlock(step: 1 | -1): Span | null {
    const piece = this.cursor.block(step);
    if (!piece) return null;
    select(this.page, { start: piece.start, end: piece.start });
    void this.bring(piece, "nearest");
    return this.span(piece);
  }

  nextBlock(): Span | null {
    return this.toBlock(1);
  }

  previousBlock(): Span | null {
    return this.toBlock(-1);
  }

  private toCoding(step: 1 | -1): string | null {
    const coding = this.cursor.nextCoding(step);
    if (!coding) return null;
    this.hover([coding], null);
    void this.bring(coding, "nearest");
    return coding.id;
  }

  nextCoding(): string | null {
    return this.toCoding(1);
  }

  previousCoding(): string | null {
    return this.toCoding(-1);
  }

  focus(): void {
    this.root.focus({ preventScroll: true });
  }

  selectAll(): void {
    select(this.page, { start: 0, end: this.page.text.length });
  }

  beginSelection(): void {
    const anchored = document.getSelection()?.anchorNode;
    if (anchored && this.root.contains(anchored)) return;
    select(this.page, { start: this.cursor.unit, end: this.cursor.unit });
  }

  private listen(): void {
    const { signal } = this.listening;
    const { root } = this;
    document.addEventListener("selectionchange", () => this.selectionMoved(), { signal });
    root.addEventListener("keydown", (event) => this.pressed(event), { signal });
    root.addEventListener("mousedown", (event) => this.grow(event), { signal });
    root.addEventListener("click", (event) => this.clicked(event), { signal });
    root.addEventListener("pointermove", (event) => this.moved(event), { signal });
    root.addEventListener("pointerleave", () => this.hover([], null), { signal });
    root.addEventListener("focusin", (event) => this.focused(event), { signal });
    root.addEventListener("copy", (event) => this.copied(event), { signal });
  }

  private pressed(event: KeyboardEvent): void {
    if (this.options.keys === false) return;
    if (press(event, this)) event.preventDefault();
  }

  private selectionMoved(): void {
    const selection = this.getSelection();
    if (!selection && !this.wasSelected) return;
    this.wasSelected = selection !== null;
    this.selections.send(selection);
  }

  /** A third click takes the sentence, a fourth the block. */
  private grow(event: MouseEvent): void {
    if (event.detail < 3 || event.button !== 0) return;
    const unit = unitAtPoint(this.page, event.clientX, event.clientY);
    if (unit === null) return;
    event.preventDefault();
    this.cursor.place(unit);
    const sentence = sentenceAt(this.page, unit, this.options.language);
    select(this.page, event.detail === 3 ? sentence : this.page.blockAt(unit));
  }

  /** Copies the words of the source as they are, not as they are laid out. */
  private copied(event: ClipboardEvent): void {
    const selection = this.getSelection();
    if (!selection || !event.clipboardData) return;
    event.clipboardData.setData("text/plain", selection.quote);
    event.preventDefault();
  }

  private codingsUnder(event: MouseEvent): Coding[] {
    const stripe = stripeOf(event.target);
    if (stripe) return this.known(stripe);
    const unit = unitAtPoint(this.page, event.clientX, event.clientY);
    return unit === null ? [] : this.codings.at(unit);
  }

  private known(stripe: HTMLElement): Coding[] {
    return [this.codings.get(stripe.dataset.coding ?? "")].filter((coding) => coding !== undefined);
  }

  private clicked(event: MouseEvent): void {
    const onStripe = stripeOf(event.target) !== null;
    if (!onStripe && this.getSelection()) return;
    if (!onStripe) {
      const unit = unitAtPoint(this.page, event.clientX, event.clientY);
      if (unit !== null) this.cursor.place(unit);
    }
    const codings = this.codingsUnder(event).map((coding) => coding.id);
    if (codings.length > 0) this.clicks.send({ codings, x: event.clientX, y: event.clientY });
  }

  private moved(event: PointerEvent): void {
    if (this.pointing !== 0 || event.buttons !== 0) return;
    this.pointing = requestAnimationFrame(() => {
      this.pointing = 0;
      this.hover(this.codingsUnder(event), event);
    });
  }

  private focused({ target }: FocusEvent): void {
    const stripe = stripeOf(target);
    if (stripe) this.hover(this.known(stripe), null);
  }

  private hover(codings: readonly Coding[], event: PointerEvent | null): void {
    const ids = codings.map((coding) => coding.id);
    if (ids.join(" ") === this.hovered) return;
    this.hovered = ids.join(" ");
    this.mark("hover", codings.slice(0, 1));
    this.view.light(new Set(ids));
    const point = event && { codings: ids, x: event.clientX, y: event.clientY };
    this.hovers.send(ids.length > 0 ? point : null);
  }

  destroy(): void {
    this.close();
    this.listening.abort();
    cancelAnimationFrame(this.pointing);
    this.highlights.destroy();
    for (const signal of [this.selections, this.clicks, this.hovers, this.readies]) signal.clear();
    this.host.classList.remove("jr");
    this.host.replaceChildren();
  }
}

function stripeOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(".jr-stripe") : null;
}
