/**
 * The text as it is laid out: pieces (a block, or a part of a long one) gathered into chunks. Pure;
 * positions are UTF-16 units.
 */

import type { CodePoints } from "../../lib/codepoints";
import type { BlockColumns } from "./api";

/** The browser skips whole chunks out of view, so a chunk is about three screens. */
export const CHUNK = 4000;
/** No block breaks between words below this. */
const LONGEST = 4000;

export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Its block's place in the columns; -1 for text between blocks. */
  readonly block: number;
  /** Whether its block begins here, rather than goes on from the piece before. */
  readonly first: boolean;
}

/** Pieces `[first, last)` that the page keeps together. */
export interface Chunk {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

export interface Plan {
  readonly pieces: readonly Piece[];
  readonly chunks: readonly Chunk[];
}

const SPACE = /^\s*$/;
const JOINED = /^(?:\p{M}|\p{Emoji_Modifier}|\u200d|\ufe0f)/u;

/** Where to break a stretch that is too long: after a line, else a sentence, else a word. */
export function breakBefore(text: string, start: number, limit: number): number {
  const from = start + Math.floor((limit - start) / 2);
  const head = text.slice(from, limit);
  for (const mark of ["\n", ". ", "。", " "]) {
    const at = head.lastIndexOf(mark);
    if (at >= 0) return from + at + mark.length;
  }
  let at = limit;
  while (at > from && joins(text, at)) at -= 1;
  return at > from ? at : limit - (isLow(text.charCodeAt(limit)) ? 1 : 0);
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function joins(text: string, at: number): boolean {
  if (isLow(text.charCodeAt(at)) || text.charCodeAt(at - 1) === 0x200d) return true;
  return JOINED.test(text.slice(at, at + 2));
}

class Planner {
  readonly pieces: Piece[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  add(start: number, end: number, block: number): void {
    let at = start;
    while (end - at > LONGEST) {
      const next = breakBefore(this.text, at, at + LONGEST);
      this.pieces.push({ start: at, end: next, block, first: at === start });
      at = next;
    }
    this.pieces.push({ start: at, end, block, first: at === start });
  }

  /** Text that no block holds is shown by lines, unless it is only space. */
  between(start: number, end: number): void {
    let at = start;
    while (at < end) {
      const line = this.text.indexOf("\n", at);
      const stop = line < 0 || line > end ? end : line;
      if (!SPACE.test(this.text.slice(at, stop))) this.add(at, stop, -1);
      at = stop + 1;
    }
  }
}

/** Lays out a text. Of blocks that contain others (pages), only what the others leave is shown. */
export function plan(points: CodePoints, blocks: BlockColumns): Plan {
  const planner = new Planner(points.text);
  const starts = points.toUnits(blocks.start);
  const ends = points.toUnits(blocks.end);
  let done = 0;
  for (let block = 0; block < starts.length; block += 1) {
    const start = Math.max(starts[block] ?? 0, done);
    const next = starts[block + 1] ?? Number.POSITIVE_INFINITY;
    const end = ends[block] ?? start;
    const isPage = next < end;
    if (isPage || end <= start) continue;
    planner.between(done, start);
    planner.add(start, end, block);
    done = end;
  }
  planner.between(done, points.text.length);
  return { pieces: planner.pieces, chunks: gather(planner.pieces) };
}

function gather(pieces: readonly Piece[]): Chunk[] {
  const chunks: Chunk[] = [];
  let first = 0;
  let held = 0;
  pieces.forEach((piece, at) => {
    held += piece.end - piece.start + 40; // a short block takes a line all the same
    const following = pieces[at + 1];
    if (following && held + (following.end - following.start) <= CHUNK) return;
    const start = pieces[first]?.start ?? 0;
    chunks.push({ first, last: at + 1, start, end: piece.end });
    first = at + 1;
    held = 0;
  });
  return chunks;
}

/** The last of ascending things whose start is at or before a unit; 0 when all begin after it. */
export function indexAt(things: readonly { readonly start: number }[], unit: number): number {
  let low = 0;
  let high = things.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((things[middle]?.start ?? 0) <= unit) low = middle;
    else high = middle - 1;
  }
  return low;
}
