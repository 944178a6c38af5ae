import { describe, expect, it } from "vitest";
import { type Draw, drawing } from "../../../tests/mixed";
import { CodePoints } from "../../lib/codepoints";
import type { CodingColumns } from "./api";
import { type Coding, Codings } from "./codings";
import { LANE_GAP, overlaps } from "./lanes";

const LENGTH = 20_000;
const POINTS = new CodePoints("a".repeat(LENGTH));

function columns(draw: Draw, count: number, from = 0): CodingColumns {
  const at = Array.from({ length: count }, (_, row) => row);
  const start = at.map(() => draw(LENGTH - 1));
  return {
    coding: at.map((row) => `c${from + row}`),
    start,
    end: start.map((value) => Math.min(LENGTH, value + 1 + draw(draw(10) === 0 ? 3000 : 120))),
    code: at.map(() => "code"),
    coder: at.map(() => "coder"),
  };
}

function expectApart(all: readonly Coding[]): void {
  const ends = new Map<number, number>();
  for (const coding of all) {
    const before = ends.get(coding.lane);
    if (before !== undefined) expect(coding.start).toBeGreaterThanOrEqual(before + LANE_GAP);
    ends.set(coding.lane, coding.end);
  }
}

describe("Codings", () => {
  it("finds what a plain look at each one finds", () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const draw = drawing(seed);
      const codings = new Codings();
      codings.add(columns(draw, 1 + draw(500)), POINTS);
      for (let probe = 0; probe < 40; probe += 1) {
        const start = draw(LENGTH);
        const end = start + 1 + draw(500);
        const plain = codings.all.filter((one) => one.start < end && one.end > start);
        expect(codings.over(start, end)).toEqual(plain);
      }
    }
  });

  it("keeps the stripes of a lane apart, through additions and removals", () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const draw = drawing(seed);
      const codings = new Codings();
      codings.add(columns(draw, 200), POINTS);
      expectApart(codings.all);
      for (let round = 1; round <= 10; round += 1) {
        codings.add(columns(draw, 1 + draw(4), 1000 * round), POINTS);
        codings.remove([`c${draw(200)}`, `c${draw(200)}`]);
        expectApart(codings.all);
      }
    }
  });

  it("leaves the other stripes in their lanes when one comes", () => {
    const draw = drawing(3);
    const codings = new Codings();
    codings.add(columns(draw, 300), POINTS);
    const before = new Map(codings.all.map((one) => [one.id, one.lane]));
    codings.add(columns(draw, 1, 900), POINTS);
    for (const [id, lane] of before) expect(codings.get(id)?.lane).toBe(lane);
  });

  it("replaces a coding that comes again", () => {
    const codings = new Codings();
    const one = { coding: ["x"], code: ["a"], coder: ["me"] };
    codings.add({ ...one, start: [0], end: [5] }, POINTS);
    codings.add({ ...one, start: [10], end: [15] }, POINTS);
    expect(codings.size).toBe(1);
    expect(codings.at(2)).toEqual([]);
    expect(codings.at(12).map((coding) => coding.id)).toEqual(["x"]);
  });

  it("answers the innermost first, and goes from one to the next", () => {
    const codings = new Codings();
    codings.add(
      {
        coding: ["outer", "inner", "later"],
        start: [0, 4, 50],
        end: [40, 9, 60],
        code: ["a", "b", "c"],
        coder: ["me", "me", "me"],
      },
      POINTS,
    );
    expect(codings.at(5).map((coding) => coding.id)).toEqual(["inner", "outer"]);
    expect(codings.beside(0, null, 1)?.id).toBe("outer");
    expect(codings.beside(0, "outer", 1)?.id).toBe("inner");
    expect(codings.beside(4, "inner", 1)?.id).toBe("later");
    expect(codings.beside(50, "later", 1)).toBeNull();
    expect(codings.beside(45, null, -1)?.id).toBe("inner");
  });
});

describe("overlaps", () => {
  it("are where two or more are, letter by letter", () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const draw = drawing(seed);
      const spans = Array.from({ length: draw(12) }, () => {
        const start = draw(60);
        return { start, end: start + draw(20) };
      });
      const found = overlaps(spans);
      for (let at = 0; at < 90; at += 1) {
        const depth = spans.filter(({ start, end }) => start <= at && at < end).length;
        const marked = found.filter(({ start, end }) => start <= at && at < end).length;
        expect(marked).toBe(depth >= 2 ? 1 : 0);
      }
    }
  });
});
