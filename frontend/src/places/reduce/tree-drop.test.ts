import { expect, test } from "vitest";
import type { Code } from "../../api/types";
import { linesOf, ROOT, stepped, treeOf } from "./tree";
import { dropAt, type Pointed } from "./tree-drop";

function code(path: string, more: Partial<Code> = {}): Code {
  const parts = path.split("/");
  const parent = parts.slice(0, -1).join("/") || null;
  return { guid: path, path, name: parts.at(-1), parent, codable: true, ...more } as Code;
}

const CODES = [code("A", { codable: false }), code("A/a"), code("A/b"), code("B"), code("C")];
const TREE = treeOf(CODES);
const ROWS = linesOf(TREE, new Set(["A"])).rows;

function at(y: number, dragged: object, more: Partial<Pointed> = {}) {
  const pointed = { y, x: 5, ctrl: false, alt: false, isOrdered: true, ...more };
  return dropAt(ROWS, dragged, pointed, TREE, ROOT);
}

test("above, in and below a line, counted without what is dragged", () => {
  expect(at(3.1, { codes: ["C"] })).toMatchObject({ kind: "place", parent: null, position: 1 });
  expect(at(3.5, { codes: ["C"] })).toMatchObject({ kind: "inside", parent: "B" });
  expect(at(3.9, { codes: ["A"] })).toMatchObject({
    kind: "place",
    parent: null,
    position: 1,
    line: 4,
  });
  expect(at(2.1, { codes: ["A/a"] })).toMatchObject({ parent: "A", position: 0 });
  expect(at(99, { codes: ["A/a"] })).toMatchObject({ parent: null, position: null, line: 5 });
});

test("after the last of a group the place to the left is further out", () => {
  expect(at(2.9, { codes: ["C"] }, { x: 1.4 })).toMatchObject({
    parent: "A",
    position: 2,
    level: 1,
  });
  expect(at(2.9, { codes: ["C"] }, { x: 0.4 })).toMatchObject({
    parent: null,
    position: 1,
    level: 0,
  });
});

test("below an open folder is in it, and nothing goes into itself", () => {
  expect(at(0.9, { codes: ["B"] })).toMatchObject({ kind: "inside", parent: "A" });
  for (const y of [0.5, 1.1, 1.5, 2.5]) expect(at(y, { codes: ["A"] })).toBeNull();
  expect(at(0.5, { codes: ["A"] }, { ctrl: true })).toBeNull();
});

test("where lines are sorted or left out one puts in, never between", () => {
  expect(at(3.1, { codes: ["C"] }, { isOrdered: false })).toMatchObject({ kind: "inside" });
});

test("with Ctrl codes are merged", () => {
  expect(at(3.1, { codes: ["C"] }, { ctrl: true })).toMatchObject({
    kind: "merge",
    code: { guid: "B" },
  });
  expect(at(99, { codes: ["C"] }, { ctrl: true })).toBeNull();
});

test("passages and codings go on codes, not on folders", () => {
  const segment = { source: "s", start: 0, end: 1, quote: "x" };
  expect(at(3.1, { segment })).toMatchObject({ kind: "code", code: { guid: "B" } });
  expect(at(0.5, { segment })).toBeNull();
  expect(at(3.1, { codings: ["c"] })).toMatchObject({ kind: "recode" });
  expect(at(3.1, { codings: ["c"] }, { alt: true })).toMatchObject({ kind: "add" });
  expect(at(3.1, { finding: "f" })).toBeNull();
});

test("steps by keys go where they can", () => {
  expect(stepped(CODES, ["B"], "up")).toEqual({ parent: null, position: 0 });
  expect(stepped(CODES, ["B"], "down")).toEqual({ parent: null, position: 2 });
  expect(stepped(CODES, ["B"], "in")).toEqual({ parent: "A", position: null });
  expect(stepped(CODES, ["A/a"], "out")).toEqual({ parent: null, position: 1 });
  expect(stepped(CODES, ["A/a", "A/b"], "up")).toBeNull();
  expect(stepped(CODES, ["B", "C"], "up")).toEqual({ parent: null, position: 0 });
  expect(stepped(CODES, ["A"], "out")).toBeNull();
  expect(stepped(CODES, ["A"], "in")).toBeNull();
  expect(stepped(CODES, [], "in")).toBeNull();
});

test("what is folded shows nothing below it", () => {
  const { rows, at } = linesOf(TREE, new Set());
  expect(rows.map((row) => row.code.guid)).toEqual(["A", "B", "C"]);
  expect(rows[1]).toMatchObject({ level: 0, isOpen: false, setSize: 3, posInSet: 2 });
  expect(at.get("C")).toBe(2);
  expect(ROWS.map((row) => row.level)).toEqual([0, 1, 1, 0, 0]);
});
