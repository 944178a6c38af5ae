import { expect, it } from "vitest";
import { extended, NOTHING, toggled } from "./choosing";

const span = (start: number) => ({ source: "s", start, end: start + 1 });

it("chooses a line, and lets it go again", () => {
  const one = toggled(NOTHING, 3, span(3));
  expect([...one]).toEqual([[3, span(3)]]);
  expect(toggled(one, 3, span(3)).size).toBe(0);
  expect(NOTHING.size).toBe(0);
});

it("chooses all lines between two that are there, whatever was chosen before", () => {
  const there = (place: number) => (place === 4 ? undefined : span(place));
  const found = extended(toggled(NOTHING, 9, span(9)), 5, 3, there);
  expect([...found.keys()].sort()).toEqual([3, 5, 9]);
});
