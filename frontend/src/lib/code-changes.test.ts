import { expect, test } from "vitest";
import { edited, moved, without } from "./code-changes";

function code(path: string, codings = 1) {
  const parts = path.split("/");
  const parent = parts.slice(0, -1).join("/") || null;
  return {
    guid: path,
    path,
    name: parts.at(-1) ?? "",
    parent,
    depth: parts.length - 1,
    codings,
    codings_below: 0,
  };
}

const CODES = ["A", "A/a", "A/b", "A/b/x", "B", "B/c", "C"].map((path) => code(path));
const paths = (codes: readonly { path: string }[]) => codes.map(({ path }) => path);

test("codes go between their new siblings with all below them", () => {
  expect(paths(moved(CODES, ["A/b"], "B", 0))).toEqual([
    "A",
    "A/a",
    "B",
    "B/b",
    "B/b/x",
    "B/c",
    "C",
  ]);
  expect(paths(moved(CODES, ["C"], null, 0))[0]).toBe("C");
  expect(paths(moved(CODES, ["A/b/x", "A/b"], null, null)).slice(-2)).toEqual(["b", "b/x"]);
});

test("counts and depths follow the places", () => {
  const now = moved(CODES, ["A"], "C", null);
  expect(now.find(({ path }) => path === "C")?.codings_below).toBe(5);
  expect(now.find(({ path }) => path === "C/A/b/x")?.depth).toBe(3);
  expect(now.find(({ path }) => path === "C/A")?.parent).toBe("C");
});

test("a new name is in every path below", () => {
  expect(paths(edited(CODES, ["A"], { name: "Z" })).slice(0, 4)).toEqual([
    "Z",
    "Z/a",
    "Z/b",
    "Z/b/x",
  ]);
  expect(edited(CODES, ["A"], { codings: 9 })[0]?.codings).toBe(9);
});

test("what lies below goes too", () => {
  expect(paths(without(CODES, ["A", "C"]))).toEqual(["B", "B/c"]);
});
