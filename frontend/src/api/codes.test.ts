import { expect, test } from "vitest";
import { withCode } from "./codes";
import type { Code } from "./types";

const code = (guid: string, depth: number, parent: string | null) =>
  ({ guid, depth, parent, name: guid }) as Code;
const book = [code("a", 0, null), code("a1", 1, "a"), code("a11", 2, "a1"), code("b", 0, null)];
const order = (codes: readonly Code[]) => codes.map(({ guid }) => guid);

test("a new code stands last below its parent, and once", () => {
  expect(order(withCode(book, code("c", 0, null)))).toEqual(["a", "a1", "a11", "b", "c"]);
  expect(order(withCode(book, code("a2", 1, "a")))).toEqual(["a", "a1", "a11", "a2", "b"]);
  expect(order(withCode(book, code("b1", 1, "b")))).toEqual(["a", "a1", "a11", "b", "b1"]);
  expect(order(withCode(book, code("b", 0, null)))).toEqual(["a", "a1", "a11", "b"]);
});
