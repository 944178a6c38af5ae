import { expect, test } from "vitest";
import { piecesOf, step } from "./pieces";

const at = (guid: string, start: number, end: number, paragraph = 1) => ({
  guid,
  paragraph,
  start,
  end,
});

test("a paragraph is its pieces, counted in code points", () => {
  const pieces = piecesOf("😀 satu dua tiga", 1, [at("a", 2, 6), at("b", 7, 10)]);
  expect(pieces).toEqual([
    { text: "😀 ", at: 0, passage: null },
    { text: "satu", at: 2, passage: "a" },
    { text: " ", at: 6, passage: null },
    { text: "dua", at: 7, passage: "b" },
    { text: " tiga", at: 10, passage: null },
  ]);
});

test("passages of others and those over one another leave the words whole", () => {
  const passages = [
    at("a", 0, 8),
    at("b", 2, 4),
    at("c", 0, 3, 2),
    { ...at("d", 0, 1), start: null },
  ];
  const pieces = piecesOf("satu dua tiga", 1, passages);
  expect(pieces.map((one) => one.text).join("")).toBe("satu dua tiga");
  expect(pieces.map((one) => one.passage)).toEqual(["a", null]);
  expect(piecesOf("", 1, [])).toEqual([]);
});

test("one walks round the passages", () => {
  expect(step(["a", "b"], null, 1)).toBe("a");
  expect(step(["a", "b"], null, -1)).toBe("b");
  expect(step(["a", "b"], "b", 1)).toBe("a");
  expect(step(["a", "b"], "gone", 1)).toBe("a");
  expect(step([], "a", 1)).toBeNull();
});
