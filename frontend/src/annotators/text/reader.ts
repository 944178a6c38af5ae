/** The reader: one text, its codings, and what a person does with them. See `api.ts`. */

import * as anchor from "./anchor";
import type {
  CodesDrop,
  CodingColumns,
  CodingPoint,
  CodingView,
  FindOptions,
  GoOptions,
  Ink,
  MarginNote,
  Reader,
  ReaderDocument,
  ReaderOptions,
  ReaderSelection,
  ReaderWords,
  Span,
  TextAnchor,
} from "./api";
import { Drops } from "./drops";
import { Edges } from "./edges";
import { find } from "./find";
import type { Stretch } from "./highlights";
import { press } from "./keys";
import { Notes } from "./notes";
import { Opened } from "./opened";
import { follows, Place } from "./place";
import { Pointer } from "./pointer";
import { Scene } from "./scene";
import { select, selected } from "./selection";
import { Signal } from "./signal";
import { Spoken } from "./spoken";
import { Tip } from "./tip";

const FLASH = 1600;
const NO_DRAG = { now: () => null, of: () => null };

/** Makes a reader in `host`, which becomes its scroller and must have a height of its own. */
export function createReader(host: HTMLElement, options: ReaderOptions): Reader {
  return new TextReader(host, options);
}

/** Whether something is in the block whose words are edited. */
function isEdited(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".jr-edit") !== null;
}

class TextReader implements Reader {
  private readonly scene: Scene;
  private readonly edges: Edges;
  private readonly drops: Drops;
  private readonly notes: Notes;
  private readonly opened: Opened;
  private readonly place: Place;
  private readonly pointer: Pointer;
  private readonly spoken: Spoken;
  private readonly tip: Tip;
  /** Says to screen readers where the cursor came to. */
  private readonly said = document.createElement("p");
  private readonly listening = new AbortController();
  private readonly selections = new Signal<[ReaderSelection | null]>();
  private readonly clicks = new Signal<[CodingPoint]>();
  private readonly hovers = new Signal<[CodingPoint | null]>();
  private readonly readies = new Signal<[]>();
  private readonly memoClicks = new Signal<[string]>();
  private readonly edgeMoves = new Signal<[coding: string, start: number, end: number]>();
  private readonly codeDrops = new Signal<[CodesDrop]>();
  private readonly dragStarts = new Signal<[ReaderSelection, DragEvent]>();
  private wasSelected = false;

  readonly onSelection = this.selections.on;
  readonly onCodingClick = this.clicks.on;
  readonly onCodingHover = this.hovers.on;
  readonly onReady = this.readies.on;
  readonly onMemoClick = this.memoClicks.on;
  readonly onEdgeMoved = this.edgeMoves.on;
  readonly onCodesDropped = this.codeDrops.on;
  readonly onDragStart = this.dragStarts.on;

  constructor(
    host: HTMLElement,
    private readonly options: ReaderOptions,
  ) {
    const scene = new Scene(host, options, {
      ready: () => this.readies.send(),
      drawn: () => this.drawn(),
    });
    this.scene = scene;
    this.said.className = "jr-said";
    this.said.setAttribute("role", "status");
    host.append(this.said);
    this.edges = new Edges(scene, ({ id }, to) => {
      const { start, end } = scene.span(to);
      this.edgeMoves.send(id, start, end);
    });
    this.drops = new Drops(scene, options.codes ?? NO_DRAG, (drop) => this.codeDrops.send(drop));
    this.notes = new Notes(scene, (id) => this.memoClicks.send(id));
    this.opened = new Opened(scene);
    this.place = new Place(scene);
    this.spoken = new Spoken(scene);
    this.tip = new Tip(scene, (coding) => this.notes.ofCoding(coding));
    this.pointer = new Pointer(scene, this.edges, this.tip, {
      clicked: (point) => this.clicks.send(point),
      hovered: (point) => this.hovers.send(point),
      dragged: (event) => this.dragged(event),
      selection: () => this.getSelection(),
    });
    const { signal } = this.listening;
    document.addEventListener("selectionchange", () => this.selectionMoved(), { signal });
    scene.root.addEventListener("keydown", (event) => this.pressed(event), { signal });
  }

  private drawn(): void {
    this.edges.place();
    this.notes.place();
    this.spoken.request();
  }

  setDocument(document: ReaderDocument): void {
    this.edges.cancel();
    this.opened.close();
    this.place.reset();
    this.scene.host.scrollTop = 0;
    this.scene.open(document);
    this.edges.show(null);
    this.spoken.reset();
  }

  replaceDocument(document: ReaderDocument, codings: CodingColumns): void {
    const { scene } = this;
    const held = this.place.note();
    const [current, unit] = [this.edges.currentId, scene.cursor.unit];
    const moved = follows(scene.page.text, document.text);
    this.edges.cancel();
    this.opened.close();
    const { scrollTop } = scene.host;
    scene.open(document);
    scene.codings.add(codings, scene.points);
    scene.cursor.place(moved(unit));
    this.spoken.reset();
    if (held) this.place.hold({ ...held, unit: moved(held.unit) });
    else scene.host.scrollTop = scrollTop;
    this.edges.show(current);
  }

  setWords(words: ReaderWords, language?: string): void {
    this.scene.look.words = words;
    this.scene.language = language;
    this.scene.root.setAttribute("aria-label", words.text);
    this.scene.view.refresh();
  }

  setCodings(codings: CodingColumns): void {
    this.scene.codings.remove(this.scene.codings.all.map((coding) => coding.id));
    this.scene.codings.add(codings, this.scene.points);
    this.scene.view.refresh();
  }

  addCodings(codings: CodingColumns): void {
    const before = codings.coding.flatMap((id) => this.scene.codings.get(id) ?? []);
    const added = this.scene.codings.add(codings, this.scene.points);
    this.scene.view.refresh([...before, ...added]);
  }

  removeCodings(codings: readonly string[]): void {
    this.scene.view.refresh(this.scene.codings.remove(codings));
    this.pointer.hover([], null);
  }

  setPalette(codes: ReadonlyMap<string, Ink>): void {
    this.scene.look.codes = codes;
    this.scene.highlights.prepare([...codes.values()].map(({ colour }) => colour));
    this.scene.view.refresh();
  }

  setCoders(coders: ReadonlyMap<string, Ink>, colouring: "code" | "coder" = "code"): void {
    this.scene.look.coders = coders;
    this.scene.look.colouring = colouring;
    this.scene.highlights.prepare([...coders.values()].map(({ colour }) => colour));
    this.scene.view.refresh();
  }

  setDimmed(dimmed: ((coding: CodingView) => boolean) | null): void {
    this.scene.look.dimmed = dimmed;
    this.scene.view.refresh();
  }

  setHits(hits: readonly Span[] | null): void {
    this.scene.look.hits = [...(hits ?? [])].sort((one, other) => one.start - other.start);
    this.scene.view.refresh();
  }

  setMemos(notes: readonly MarginNote[]): void {
    this.notes.set(notes);
  }

  setCurrent(coding: string | null): void {
    if (!this.edges.isDragging) this.edges.show(coding);
  }

  cancelDrag(): boolean {
    const wasDragging = this.edges.isDragging;
    this.edges.cancel();
    return wasDragging;
  }

  async goTo(span: Span, { align = "center", flash = false }: GoOptions = {}): Promise<void> {
    await this.bring(this.scene.units(span), align);
    if (flash) this.flash(this.scene.units(span));
  }

  private async bring(units: Stretch, align: NonNullable<GoOptions["align"]>): Promise<void> {
    this.place.release();
    await this.scene.bring(units, align);
  }

  private flash(units: Stretch): void {
    const stretches = [units];
    this.scene.mark("flash", stretches);
    setTimeout(() => {
      if (this.scene.marked("flash") === stretches) this.scene.unmark("flash");
    }, FLASH);
  }

  getPosition(): number {
    const { page, points, host } = this.scene;
    const element = page.blockNear(host.getBoundingClientRect().top);
    const stretch = element && page.stretchOf(element);
    return points.toPoint(stretch?.start ?? 0);
  }

  getSelection(): ReaderSelection | null {
    const units = selected(this.scene.page);
    if (!units) return null;
    const quote = this.scene.page.text.slice(units.start, units.end);
    return { ...this.scene.span(units), quote };
  }

  setSelection(span: Span | null): void {
    const units = span && this.scene.units(span);
    // The browser tells of the selection later: whoever asks for the block meanwhile gets this one.
    if (units) this.scene.cursor.place(units.start);
    select(this.scene.page, units);
  }

  codingsAt(position: number): readonly string[] {
    const unit = this.scene.points.toUnit(position);
    return this.scene.codings.at(unit).map((coding) => coding.id);
  }

  rectOf(span: Span): DOMRect | null {
    const { start, end } = this.scene.units(span);
    const box = this.scene.page.measure(start, end)?.getBoundingClientRect();
    return box && (box.width > 0 || box.height > 0) ? box : null;
  }

  find(query: string, options?: FindOptions): Span[] {
    return find(this.scene.points, query, options);
  }

  describe(span: Span): TextAnchor {
    return anchor.describe(this.scene.points, span);
  }

  resolve(described: TextAnchor): Span | null {
    return anchor.resolve(this.scene.points, described);
  }

  blockAt(position?: number): Span | null {
    const { page, points, cursor } = this.scene;
    const unit = position === undefined ? cursor.unit : points.toUnit(position);
    const block = page.blockAt(unit);
    return block && this.scene.span(block);
  }

  openBlock(span: Span): HTMLElement | null {
    const { start, end } = this.scene.units(span);
    return this.opened.open(start, end);
  }

  closeBlock(): void {
    this.opened.close();
  }

  private toBlock(step: 1 | -1): Span | null {
    const { scene } = this;
    const piece = scene.cursor.block(step);
    if (!piece) return null;
    select(scene.page, { start: piece.start, end: piece.start });
    void this.bring(piece, "nearest");
    const codings = scene.codings.over(piece.start, piece.end);
    const bright = codings.filter((coding) => !scene.look.isDimmed(coding));
    const names = [...new Set(bright.map((coding) => scene.nameOf(coding)))];
    const { number, speaker } = scene.page.told(piece.start);
    this.said.textContent = scene.look.words.block?.(number, speaker, names) ?? "";
    return scene.span(piece);
  }

  nextBlock(): Span | null {
    return this.toBlock(1);
  }

  previousBlock(): Span | null {
    return this.toBlock(-1);
  }

  private toCoding(step: 1 | -1): string | null {
    const { scene } = this;
    const coding = scene.cursor.nextCoding(step);
    if (!coding) return null;
    this.pointer.hover([coding], null);
    this.edges.show(coding.id);
    this.said.textContent = scene.look.nameOf(coding, scene.points);
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
    this.scene.root.focus({ preventScroll: true });
  }

  selectAll(): void {
    select(this.scene.page, { start: 0, end: this.scene.page.text.length });
  }

  beginSelection(): void {
    const anchored = document.getSelection()?.anchorNode;
    if (anchored && this.scene.root.contains(anchored)) return;
    const { unit } = this.scene.cursor;
    select(this.scene.page, { start: unit, end: unit });
  }

  private pressed(event: KeyboardEvent): void {
    if (this.options.keys === false || isEdited(event.target)) return;
    if (press(event, this)) event.preventDefault();
  }

  private selectionMoved(): void {
    const selection = this.getSelection();
    if (!selection && !this.wasSelected) return;
    this.wasSelected = selection !== null;
    this.selections.send(selection);
  }

  private dragged(event: DragEvent): void {
    const selection = this.getSelection();
    if (selection) this.dragStarts.send(selection, event);
  }

  destroy(): void {
    this.listening.abort();
    const parts = [this.edges, this.drops, this.notes, this.place, this.pointer, this.spoken];
    for (const part of [...parts, this.tip]) part.destroy();
    this.scene.destroy();
    this.selections.clear();
    this.clicks.clear();
    this.hovers.clear();
    this.readies.clear();
    for (const signal of [this.memoClicks, this.edgeMoves, this.codeDrops, this.dragStarts]) {
      (signal as { clear(): void }).clear();
    }
  }
}
