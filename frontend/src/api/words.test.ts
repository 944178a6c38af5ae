import { expect, test } from "vitest";
import { NOTHING, withPiece } from "./words";

const line = (start: number) => ({
  source: "a",
  source_name: "A",
  start,
  end: start + 1,
  before: "",
  match: "x",
  after: "",
});

test("pieces of the material add up, source by source", () => {
  const one = { source: "a", name: "A", count: 2, lines: [line(1)] };
  const first = withPiece(NOTHING, { count: 2, sources: [one], next: 9, done: 0.5 });
  expect(first).toMatchObject({ count: 2, done: 0.5, isDone: false });
  const more = [
    { source: "a", name: "A", count: 1, lines: [line(7)] },
    { source: "b", name: "B", count: 4, lines: [] },
  ];
  const all = withPiece(first, { count: 5, sources: more, next: null, done: 1 });
  expect(all.sources.map(({ source, count }) => [source, count])).toEqual([
    ["a", 3],
    ["b", 4],
  ]);
  expect(all.sources[0]?.lines).toEqual([line(1)]);
  expect(all).toMatchObject({ count: 7, isDone: true });
});
