/** The codings of a text: sorted, found by place, each in its lane. Pure; positions are units. */

import type { CodePoints } from "../../lib/codepoints";
import type { CodingColumns, CodingView } from "./api";
import { freeLane, LANE_GAP } from "./lanes";

export interface Coding {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly view: CodingView;
  /** The lane of its stripe, from 0 beside the text. */
  lane: number;
}

const BLOCK = 64;

/** From first to last; of those that begin together the longest first. */
function inOrder(one: Coding, other: Coding): number {
  return one.start - other.start || other.end - one.end || (one.id < other.id ? -1 : 1);
}

/** An interval index: sorted by start, with the furthest end of every 64. */
export class Codings {
  private readonly byId = new Map<string, Coding>();
  private sorted: Coding[] = [];
  private furthest: number[] = [];

  get size(): number {
    return this.sorted.length;
  }

  get all(): readonly Coding[] {
    return this.sorted;
  }

  get(id: string): Coding | undefined {
    return this.byId.get(id);
  }

  /** Adds columns of codings and answers them; what had one of their ids is replaced. */
  add(columns: CodingColumns, points: CodePoints): Coding[] {
    const added = columns.coding.map((id, row) => read(columns, row, id, points));
    this.drop(columns.coding);
    for (const coding of added) this.byId.set(coding.id, coding);
    const known = this.sorted;
    this.sorted = [...known, ...added].sort(inOrder);
    this.index();
    if (known.length === 0) this.layLanes();
    else this.fitLanes(added);
    return added;
  }

  /** Gives a coding other boundaries; it keeps its lane where it can. */
  move(id: string, { start, end }: { start: number; end: number }, points: CodePoints) {
    const coding = this.byId.get(id);
    if (!coding || end <= start) return undefined;
    const place = { start: points.toPoint(start), end: points.toPoint(end) };
    const moved: Coding = { ...coding, start, end, view: { ...coding.view, ...place } };
    this.byId.set(id, moved);
    this.sorted = this.sorted.map((one) => (one === coding ? moved : one)).sort(inOrder);
    this.index();
    const near = this.over(start - LANE_GAP, end + LANE_GAP);
    if (near.some((other) => other !== moved && other.lane === moved.lane)) this.fitLanes([moved]);
    return moved;
  }

  /** Takes codings away and answers those that were there. */
  remove(ids: readonly string[]): Coding[] {
    const gone = this.drop(ids);
    if (gone.length > 0) this.index();
    return gone;
  }

  private drop(ids: readonly string[]): Coding[] {
    const gone = new Set<Coding>();
    for (const id of ids) {
      const coding = this.byId.get(id);
      if (coding) gone.add(coding);
      this.byId.delete(id);
    }
    if (gone.size > 0) this.sorted = this.sorted.filter((coding) => !gone.has(coding));
    return [...gone];
  }

  private index(): void {
    this.furthest = [];
    this.sorted.forEach((coding, at) => {
      const block = Math.floor(at / BLOCK);
      this.furthest[block] = Math.max(this.furthest[block] ?? 0, coding.end);
    });
  }

  /** All lanes anew, by one sweep: the fewest there can be. */
  private layLanes(): void {
    const ends: number[] = [];
    for (const coding of this.sorted) {
      let lane = ends.findIndex((end) => end + LANE_GAP <= coding.start);
      if (lane < 0) lane = ends.length;
      ends[lane] = coding.end;
      coding.lane = lane;
    }
  }

  /** Lanes for a few new ones; all others keep theirs. */
  private fitLanes(added: readonly Coding[]): void {
    const waiting = new Set(added);
    for (const coding of [...added].sort(inOrder)) {
      const near = this.over(coding.start - LANE_GAP, coding.end + LANE_GAP);
      coding.lane = freeLane(near.filter((other) => !waiting.has(other)));
      waiting.delete(coding);
    }
  }

  /** Those that share a unit with `[start, end)`, in order. */
  over(start: number, end: number): Coding[] {
    const found: Coding[] = [];
    for (let block = 0; block < this.furthest.length; block += 1) {
      if ((this.sorted[block * BLOCK]?.start ?? end) >= end) break;
      if ((this.furthest[block] ?? 0) <= start) continue;
      for (const coding of this.sorted.slice(block * BLOCK, (block + 1) * BLOCK)) {
        if (coding.start < end && coding.end > start) found.push(coding);
      }
    }
    return found;
  }

  /** Those over one unit, the shortest first. */
  at(unit: number): Coding[] {
    const found = this.over(unit, unit + 1);
    return found.sort((one, other) => one.end - one.start - (other.end - other.start));
  }

  /** The first that begins after, or the last that begins before, the one at `(unit, id)`. */
  beside(unit: number, id: string | null, step: 1 | -1): Coding | null {
    const here = id === null ? -1 : this.sorted.findIndex((coding) => coding.id === id);
    if (here >= 0) return this.sorted[here + step] ?? null;
    if (step > 0) return this.sorted.find((coding) => coding.start >= unit) ?? null;
    return this.sorted.findLast((coding) => coding.start < unit) ?? null;
  }
}

function read(columns: CodingColumns, row: number, id: string, points: CodePoints): Coding {
  const start = columns.start[row] ?? 0;
  const end = columns.end[row] ?? start;
  const view: CodingView = {
    coding: id,
    start,
    end,
    code: columns.code[row] ?? "",
    coder: columns.coder[row] ?? "",
    weight: columns.weight?.[row] ?? null,
    created: columns.created?.[row] ?? null,
  };
  return { id, start: points.toUnit(start), end: points.toUnit(end), view, lane: 0 };
}
