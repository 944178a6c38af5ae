import { expect, test } from "vitest";
import { keyOf, rowsOf, spanOf } from "./word-rows";

const line = (start: number) => ({
  source: "a",
  source_name: "A",
  start,
  end: start + 3,
  before: "",
  match: "abc",
  after: "",
});
const found = [
  { source: "a", name: "A", count: 3, lines: [line(0)] },
  { source: "b", name: "B", count: 1, lines: [] },
];

test("each source has a heading, its first hits, and how many are left", () => {
  const rows = rowsOf(found, null, []);
  expect(rows.map(({ kind }) => kind)).toEqual(["source", "hit", "more", "source", "more"]);
  expect(rows.filter((row) => row.kind === "more").map(({ left }) => left)).toEqual([2, 1]);
});

test("an opened source has all its hits", () => {
  const rows = rowsOf(found, "a", [line(0), line(9), line(20)]);
  expect(rows.filter(({ kind }) => kind === "hit")).toHaveLength(3);
  expect(rows.filter((row) => row.kind === "more")).toHaveLength(1);
});

test("a key says which stretch it is of", () => {
  expect(spanOf(keyOf(line(9)))).toEqual({ source: "a", start: 9, end: 12 });
});
