import { describe, expect, test } from "vitest";
import { moved, nextSort } from "./source-view";

describe("sorting by a column", () => {
  test("another goes upwards, the same turns round", () => {
    expect(nextSort(["created"], "name")).toEqual(["name"]);
    expect(nextSort(["name"], "name")).toEqual(["-name"]);
    expect(nextSort(["-name"], "name")).toEqual(["name"]);
  });
  test("one more column is the second level", () => {
    expect(nextSort(["kind"], "length", true)).toEqual(["kind", "length"]);
    expect(nextSort(["kind", "length"], "length", true)).toEqual(["kind", "-length"]);
    expect(nextSort(["kind", "-length"], "kind", true)).toEqual(["-kind", "-length"]);
    expect(nextSort(["kind", "-length"], "length")).toEqual(["length"]);
  });
});

test("a column is moved a step, and no further than the ends", () => {
  expect(moved(["a", "b", "c"], "a", 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], "a", -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], "x", 1)).toEqual(["a", "b"]);
});
