import { expect, test } from "vitest";
import { cellsOf, pasted } from "./paste";

test("rows and cells of a spreadsheet", () => {
  expect(cellsOf("a\tb\r\nc\td\r\n")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(cellsOf("one")).toEqual([["one"]]);
  expect(cellsOf("a\t\tc")).toEqual([["a", "", "c"]]);
});

test("a quoted cell keeps its line break and its quotes", () => {
  expect(cellsOf('"two\nlines"\t"say ""hi"""')).toEqual([["two\nlines", 'say "hi"']]);
});

test("a paste fills from its cell on and never beyond the table", () => {
  const found = pasted(
    "20\tkos\tmore\n\trumah\nx\ty",
    { row: 1, column: 1 },
    ["S", "G", "DS"],
    ["peran", "usia", "tinggal"],
  );
  expect([...found]).toEqual([
    ["G", { usia: "20", tinggal: "kos" }],
    ["DS", { usia: null, tinggal: "rumah" }],
  ]);
});
