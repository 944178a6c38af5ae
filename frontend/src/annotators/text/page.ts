/**
 * The text in the page: a chunk is a section, a piece an element with exactly one text node. Of a
 * long text the chunks further down are written when they are asked for, or in idle time.
 */

import type { BlockColumns } from "./api";
import { type Chunk, indexAt, type Piece, type Plan } from "./pieces";

/** Rough measures for what has not been drawn yet; real ones replace them once it has. */
const LINE_LENGTH = 72;
const LINE_HEIGHT = 27;
const BLOCK_GAP = 8;
/** How many chunks are written before anything is shown: some two hundred thousand characters. */
const AT_ONCE = 60;

export interface ChunkView {
  readonly chunk: Chunk;
  readonly element: HTMLElement;
}

/** Times before 1980 are times in a recording. */
const CLOCK = 315_532_800_000;

/** `1:02:03` in a recording, `2020-05-01 10:33` on the clock. */
export function timeText(milliseconds: number): string {
  const iso = new Date(milliseconds).toISOString();
  if (milliseconds >= CLOCK) return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** Words that a block's text does not say itself, for the gutter. */
function label(
  element: HTMLElement,
  blocks: BlockColumns,
  block: number,
  head: string,
  time: (milliseconds: number) => string,
): void {
  const number = blocks.number[block];
  if (number != null) element.dataset.number = String(number);
  const moment = blocks.time?.[block];
  if (moment != null) element.dataset.time = time(moment);
  const speaker = blocks.speaker?.[block] ?? blocks.label?.[block];
  const goesOn = block > 0 && speaker === blocks.speaker?.[block - 1];
  if (speaker && !goesOn && !head.includes(speaker)) element.dataset.speaker = speaker;
}

/** Where a block's own words begin after a `[time] NAME:` that its text starts with; 0 without. */
export function leadOf(head: string, speaker: string | null | undefined): number {
  if (!speaker) return 0;
  const at = head.indexOf(speaker);
  const colon = at < 0 ? -1 : head.indexOf(":", at + speaker.length);
  return colon < 0 || colon > at + speaker.length + 2 ? 0 : colon + 1;
}

/** The first of stacked elements that ends below a height; the last when none does. */
function nearest(
  count: number,
  element: (at: number) => HTMLElement | undefined,
  y: number,
): number {
  let low = 0;
  let high = Math.max(count - 1, 0);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((element(middle)?.getBoundingClientRect().bottom ?? 0) > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Place {
  readonly piece: number;
  readonly from: number;
}

/** Something to be said at a place within a piece, which parts its text there. */
export interface Cut {
  readonly unit: number;
  readonly mark: HTMLElement;
}

export class Page {
  readonly chunks: ChunkView[] = [];
  /** The first text node of each piece that is written. */
  private readonly nodes: Text[] = [];
  /** Chunks whose words are not written yet. */
  private readonly unwritten = new Set<number>();
  /** Of each text node the piece it belongs to and how far into it it begins. */
  private readonly places = new WeakMap<Node, Place>();
  /** Pieces that are parted into several text nodes, with all of these. */
  private readonly parted = new Map<number, Text[]>();

  readonly root: HTMLElement;
  readonly text: string;
  readonly plan: Plan;
  private readonly blocks: BlockColumns;
  private readonly time: (milliseconds: number) => string;

  /** Fills `root` with the text; one pass of writing, no reading. */
  constructor(
    root: HTMLElement,
    text: string,
    plan: Plan,
    blocks: BlockColumns,
    time: (milliseconds: number) => string,
  ) {
    this.root = root;
    this.text = text;
    this.plan = plan;
    this.blocks = blocks;
    this.time = time;
    const sections = document.createDocumentFragment();
    for (const chunk of plan.chunks) sections.append(this.section(chunk));
    for (let at = 0; at < AT_ONCE; at += 1) this.write(at);
    root.replaceChildren(sections);
  }

  private section(chunk: Chunk): HTMLElement {
    const element = document.createElement("div");
    element.className = "jr-chunk";
    let height = 0;
    for (let at = chunk.first; at < chunk.last; at += 1) {
      const piece = this.plan.pieces[at];
      if (!piece) continue;
      height += Math.ceil((piece.end - piece.start) / LINE_LENGTH) * LINE_HEIGHT + BLOCK_GAP;
    }
    element.style.containIntrinsicBlockSize = `auto ${height}px`;
    this.unwritten.add(this.chunks.length);
    this.chunks.push({ chunk, element });
    return element;
  }

  /** Writes the words of a chunk, unless they are there. */
  write(at: number): void {
    const view = this.chunks[at];
    if (!view || !this.unwritten.delete(at)) return;
    const lines = document.createDocumentFragment();
    for (let piece = view.chunk.first; piece < view.chunk.last; piece += 1) {
      const shown = this.plan.pieces[piece];
      if (shown) lines.append(this.line(shown, piece));
    }
    view.element.prepend(lines);
  }

  /** Writes chunks until a moment (of `performance.now`); false when all were there. */
  writeUntil(moment: number): boolean {
    if (this.unwritten.size === 0) return false;
    for (const at of this.unwritten) {
      this.write(at);
      if (performance.now() >= moment) break;
    }
    return true;
  }

  private line(piece: Piece, at: number): HTMLElement {
    const element = document.createElement("div");
    element.className = "jr-block";
    element.dir = "auto";
    const kind = this.blocks.kind[piece.block];
    if (kind) element.dataset.kind = kind;
    if (kind === "heading" && piece.first) {
      element.setAttribute("role", "heading");
      const level = Math.min(Math.max(this.blocks.level?.[piece.block] ?? 2, 1), 6);
      element.setAttribute("aria-level", String(level));
    }
    const node = document.createTextNode(this.text.slice(piece.start, piece.end));
    const head = this.text.slice(piece.start, Math.min(piece.end, piece.start + 120));
    if (piece.first && piece.block >= 0) label(element, this.blocks, piece.block, head, this.time);
    element.append(node);
    this.nodes[at] = node;
    this.places.set(node, { piece: at, from: 0 });
    return element;
  }

  get pieces(): readonly Piece[] {
    return this.plan.pieces;
  }

  chunkAt(unit: number): number {
    return indexAt(this.plan.chunks, unit);
  }

  pieceAt(unit: number): Piece | undefined {
    return this.pieces[indexAt(this.pieces, unit)];
  }

  /** The number and the speaker of the block around a unit. */
  told(unit: number): { number: number | null; speaker: string | null } {
    const block = this.pieceAt(unit)?.block ?? -1;
    const { number, speaker } = this.blocks;
    return { number: number[block] ?? null, speaker: speaker?.[block] ?? null };
  }

  elementOf(piece: number): HTMLElement | null {
    return this.nodeOf(piece)?.parentElement ?? null;
  }

  /** The first text node of a piece, which is written if it was not. */
  private nodeOf(piece: number): Text | undefined {
    const start = this.pieces[piece]?.start;
    if (this.nodes[piece] === undefined && start !== undefined) this.write(this.chunkAt(start));
    return this.nodes[piece];
  }

  /** The whole block around a unit, from its first piece to its last. */
  blockAt(unit: number): { start: number; end: number } | null {
    let first = indexAt(this.pieces, unit);
    let last = first;
    while (this.pieces[first]?.first === false) first -= 1;
    while (this.pieces[last + 1]?.first === false) last += 1;
    const [from, to] = [this.pieces[first], this.pieces[last]];
    return from && to ? { start: from.start, end: to.end } : null;
  }

  /** Sets marks into the text of a piece, in order; its words, and offsets into them, stay. */
  part(piece: number, cuts: readonly Cut[]): void {
    this.join(piece);
    const [shown, first] = [this.pieces[piece], this.nodeOf(piece)];
    if (!shown || !first || cuts.length === 0) return;
    const nodes = [first];
    let node = first;
    let from = 0;
    for (const { unit, mark } of cuts) {
      const at = unit - shown.start - from;
      if (at > 0 && at < node.length) {
        node = node.splitText(at);
        from += at;
        nodes.push(node);
        this.places.set(node, { piece, from });
      }
      if (at >= node.length && at > 0) node.after(mark);
      else node.before(mark);
    }
    this.parted.set(piece, nodes);
  }

  /** Takes the marks out again. */
  join(piece: number): void {
    if (!this.parted.delete(piece)) return;
    const element = this.elementOf(piece);
    for (const mark of element?.querySelectorAll(".jr-says") ?? []) mark.remove();
    element?.normalize();
  }

  /** Whether no text of the same piece follows that of a node. */
  endsPiece(node: Node): boolean {
    const place = this.places.get(node);
    const last = place && this.parted.get(place.piece)?.at(-1);
    return last === undefined || last === node;
  }

  /** The text node and offset of a unit; `atEnd` prefers the end of a piece to what follows. */
  toPoint(unit: number, atEnd = false): { node: Text; offset: number } | null {
    let at = indexAt(this.pieces, unit);
    if (atEnd && at > 0 && (this.pieces[at]?.start ?? 0) >= unit) at -= 1;
    const piece = this.pieces[at];
    const node = this.nodeOf(at);
    if (!piece || !node) return null;
    const offset = Math.min(Math.max(unit - piece.start, 0), piece.end - piece.start);
    const parts = this.parted.get(at);
    return parts ? this.within(parts, offset, atEnd) : { node, offset };
  }

  /** The place in a parted piece. */
  private within(parts: readonly Text[], offset: number, atEnd: boolean) {
    let node = parts[0] as Text;
    for (const part of parts) {
      const { from } = this.places.get(part) as Place;
      if (atEnd && from > 0 ? from < offset : from <= offset) node = part;
    }
    return { node, offset: offset - (this.places.get(node) as Place).from };
  }

  /** A range over units, within what is shown; all words in it are written. */
  toRange(start: number, end: number): StaticRange | null {
    if (this.unwritten.size > 0) {
      const last = this.chunkAt(end);
      for (let at = this.chunkAt(start); at <= last; at += 1) this.write(at);
    }
    const from = this.toPoint(start);
    const to = this.toPoint(end, end > start);
    if (!from || !to) return null;
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset,
    });
  }

  /** A live range, for measuring. */
  measure(start: number, end: number): Range | null {
    const still = this.toRange(start, end);
    if (!still) return null;
    const range = document.createRange();
    range.setStart(still.startContainer, still.startOffset);
    range.setEnd(still.endContainer, still.endOffset);
    return range;
  }

  /**
   * The unit of any place in the document: inside a text node its own, elsewhere the beginning of
   * the next piece, or with `atEnd` the end of the piece before.
   */
  toUnit(node: Node, offset: number, atEnd: boolean): number {
    const place = this.places.get(node);
    const inside = place && this.pieces[place.piece];
    if (inside) {
      const previous = this.pieces[place.piece - 1];
      const into = place.from + offset;
      return atEnd && into === 0 && previous ? previous.end : inside.start + into;
    }
    const next = this.pieceAfter(node, offset);
    const among = this.amongParts(next - 1, node, offset);
    if (among !== null) return among;
    const piece = this.pieces[atEnd ? next - 1 : next];
    if (atEnd) return piece?.end ?? this.pieces[0]?.start ?? 0;
    return piece?.start ?? this.pieces.at(-1)?.end ?? 0;
  }

  /** The first piece whose text begins at or after a place. */
  private pieceAfter(node: Node, offset: number): number {
    const place = document.createRange();
    place.setStart(node, offset);
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const text = this.nodeOf(middle);
      if (text && place.comparePoint(text, 0) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The unit of a place between the parts of a piece; `null` when no part follows it. */
  private amongParts(piece: number, node: Node, offset: number): number | null {
    const parts = this.parted.get(piece);
    const start = this.pieces[piece]?.start;
    if (!parts || start === undefined) return null;
    const place = document.createRange();
    place.setStart(node, offset);
    const next = parts.find((part) => place.comparePoint(part, 0) >= 0);
    return next ? start + (this.places.get(next)?.from ?? 0) : null;
  }

  /** Whether the letters at a unit run from right to left. */
  goesBack(unit: number): boolean {
    const element = this.elementOf(indexAt(this.pieces, unit));
    return element !== null && getComputedStyle(element).direction === "rtl";
  }

  /** The element of the piece at a height of the window, or the nearest to it. */
  blockNear(y: number): HTMLElement | null {
    const chunk = nearest(this.chunks.length, (at) => this.chunks[at]?.element, y);
    const view = this.chunks[chunk];
    if (!view) return null;
    const { first, last } = view.chunk;
    const piece = nearest(last - first, (at) => this.elementOf(first + at) ?? undefined, y);
    return this.elementOf(first + piece);
  }

  /** The stretch of the piece that an element shows. */
  stretchOf(element: HTMLElement): { start: number; end: number } | null {
    const node = [...element.childNodes].find((child) => this.places.has(child));
    const place = node && this.places.get(node);
    return place ? (this.pieces[place.piece] ?? null) : null;
  }

  /** Where the words of an element stand in the window. */
  textBox(element: HTMLElement): DOMRect {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  }

  /** Where the words of the pieces of a chunk say who speaks: `[start, end)` in units. */
  leads(chunk: Chunk): { start: number; end: number }[] {
    const found: { start: number; end: number }[] = [];
    for (let at = chunk.first; at < chunk.last; at += 1) {
      const piece = this.pieces[at];
      if (!piece?.first || piece.block < 0) continue;
      const head = this.text.slice(piece.start, Math.min(piece.end, piece.start + 160));
      const length = leadOf(head, this.blocks.speaker?.[piece.block]);
      if (length > 0) found.push({ start: piece.start, end: piece.start + length });
    }
    return found;
  }
}
