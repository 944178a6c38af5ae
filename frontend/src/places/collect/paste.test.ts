import { expect, test } from "vitest";
import { cellsOf, tableOf, textOf } from "./paste";

test("cells are told apart by tabs and lines, and quoted ones may hold both", () => {
  expect(cellsOf('a\tb\r\n"two\nlines"\t"say ""no"""\n')).toEqual([
    ["a", "b"],
    ["two\nlines", 'say "no"'],
  ]);
});

test("a quotation mark within a cell is one", () => {
  expect(cellsOf('5" tall\t"quoted" word')).toEqual([['5" tall', '"quoted" word']]);
});

test("one cell is one cell, and an empty one stays", () => {
  expect(cellsOf("31")).toEqual([["31"]]);
  expect(cellsOf("a\t\nb\tc")).toEqual([
    ["a", ""],
    ["b", "c"],
  ]);
});

test("what is written is read back: tabs, lines, quotes, Arabic and Han", () => {
  const cells = [
    ["plain", "a\tb", 'say "no"', "two\nlines"],
    ["", "مرحبا\nيا سلمى", "汉字", ' " '],
    ["3,5", "=SUM(A1)", "'", "😀"],
  ];
  expect(cellsOf(textOf(cells))).toEqual(cells);
});

test("a table of HTML shows what is written and runs nothing", () => {
  expect(tableOf([["<b>", "a\nb"]])).toContain("<td>&lt;b&gt;</td><td>a<br>b</td>");
});
