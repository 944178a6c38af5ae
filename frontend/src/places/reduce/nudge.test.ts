import { expect, test } from "vitest";
import { nudged } from "./nudge";

const TEXT = "Saya 😀 pakai dua akun, supaya aman.";
const quote = ({ start, end }: { start: number; end: number }) =>
  [...TEXT].slice(start, end).join("");
const span = { start: 7, end: 16 };

test("an edge moves to the next or previous word, counted in code points", () => {
  expect(quote(span)).toBe("pakai dua");
  expect(quote(nudged(TEXT, span, "end", 1))).toBe("pakai dua akun");
  expect(quote(nudged(TEXT, span, "end", -1))).toBe("pakai");
  expect(quote(nudged(TEXT, span, "start", 1))).toBe("dua");
  expect(quote(nudged(TEXT, span, "start", -1))).toBe("Saya 😀 pakai dua");
});

test("a stretch never becomes empty, and stays where no word is left", () => {
  const word = { start: 7, end: 12 };
  expect(nudged(TEXT, word, "end", -1)).toEqual(word);
  expect(nudged(TEXT, word, "start", 1)).toEqual(word);
  const all = { start: 0, end: [...TEXT].length - 1 };
  expect(nudged(TEXT, all, "end", 1)).toEqual(all);
  expect(nudged(TEXT, all, "start", -1)).toEqual(all);
});
