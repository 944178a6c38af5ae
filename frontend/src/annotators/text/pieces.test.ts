import { describe, expect, it } from "vitest";
import { drawing, mixedText } from "../../../tests/mixed";
import { CodePoints } from "../../lib/codepoints";
import type { BlockColumns } from "./api";
import { CHUNK, indexAt, plan } from "./pieces";

function columns(spans: readonly (readonly [number, number])[], kind = "paragraph"): BlockColumns {
  return {
    number: spans.map((_, at) => at + 1),
    kind: spans.map(() => kind),
    start: spans.map(([start]) => start),
    end: spans.map(([, end]) => end),
  };
}

/** Blocks here and there: some touch, some leave text between them, one may be very long. */
function spread(draw: (limit: number) => number, length: number) {
  const spans: [number, number][] = [];
  for (let at = draw(30); at < length; at += draw(3) * draw(30)) {
    const end = Math.min(length, at + 1 + draw(draw(12) === 0 ? 9000 : 300));
    spans.push([at, end]);
    at = end;
  }
  return spans;
}

describe("plan", () => {
  it("shows every letter once and in order, and breaks no character", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const draw = drawing(seed);
      const points = new CodePoints(mixedText(draw, draw(15_000)));
      const { pieces } = plan(points, columns(spread(draw, points.length)));
      let done = 0;
      for (const piece of pieces) {
        expect(points.text.slice(done, piece.start).trim()).toBe("");
        expect(piece.end).toBeGreaterThan(piece.start);
        expect(points.toUnit(points.toPoint(piece.start))).toBe(piece.start);
        done = piece.end;
      }
      expect(points.text.slice(done).trim()).toBe("");
    }
  });

  it("keeps chunks small and whole", () => {
    const draw = drawing(5);
    const points = new CodePoints(mixedText(draw, 60_000));
    const { pieces, chunks } = plan(points, columns(spread(draw, points.length)));
    expect(chunks.flatMap(({ first, last }) => pieces.slice(first, last))).toEqual(pieces);
    for (const { start, end } of chunks) expect(end - start).toBeLessThan(CHUNK * 2);
    for (const piece of pieces) expect(piece.end - piece.start).toBeLessThanOrEqual(CHUNK);
  });

  it("breaks a long block without a space between characters, not within them", () => {
    const points = new CodePoints("👩🏽‍🔬".repeat(3000));
    const { pieces } = plan(points, columns([[0, points.length]]));
    expect(pieces.length).toBeGreaterThan(4);
    for (const { start } of pieces) expect(start % "👩🏽‍🔬".length).toBe(0);
    expect(pieces.filter(({ first }) => first)).toHaveLength(1);
  });

  it("gives way to the blocks within a page, and shows the rest of it", () => {
    const points = new CodePoints("one\ntwo\nthree");
    const { pieces } = plan(points, columns([[0, 13], [4, 7]])); // biome-ignore format: spans
    expect(pieces.map(({ start, end, block }) => [start, end, block])).toEqual([
      [0, 3, -1],
      [4, 7, 1],
      [8, 13, -1],
    ]);
  });

  it("has no chunk for nothing", () => {
    expect(plan(new CodePoints(" \n"), columns([])).chunks).toEqual([]);
  });
});

describe("indexAt", () => {
  it("is the last that begins at or before", () => {
    const things = [0, 4, 9].map((start) => ({ start }));
    expect([-1, 0, 3, 4, 8, 9, 99].map((unit) => indexAt(things, unit))).toEqual([
      0, 0, 0, 1, 1, 2, 2,
    ]);
  });
});
