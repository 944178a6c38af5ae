import { describe, expect, it } from "vitest";
import { follows } from "./place";
import { bounds } from "./spoken";

describe("a place in a text that was corrected", () => {
  it("moves with the words after the correction and stays before it", () => {
    const moved = follows("one two three", "one twenty-two three");
    expect(moved(2)).toBe(2);
    expect(moved(8)).toBe(15);
  });

  it("comes to where words went that are gone", () => {
    const moved = follows("one two three", "one three");
    expect(moved("one tw".length)).toBeLessThanOrEqual("one t".length);
    expect(moved(13)).toBe(9);
  });
});

describe("where codings begin and end", () => {
  it("is told for a stretch, in order, what lies outside left out", () => {
    const codings = [
      { start: 0, end: 5 },
      { start: 5, end: 9 },
      { start: 2, end: 20 },
    ];
    expect([...bounds(codings, 2, 10)]).toEqual([
      [2, { begins: [2], ends: [] }],
      [5, { begins: [1], ends: [0] }],
      [9, { begins: [], ends: [1] }],
    ]);
  });
});
