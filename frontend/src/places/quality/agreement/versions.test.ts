import { expect, test } from "vitest";
import { piecesOf, versionsOf } from "./versions";

const had = (coder: string, ...stretches: [number, number][]) => ({
  coder,
  name: coder.toUpperCase(),
  stretches: stretches.map(([start, end]) => ({ start, end })),
});

test("those who have the same stand together, those who coded nothing last", () => {
  const versions = versionsOf([had("a"), had("b", [2, 4]), had("c", [2, 4]), had("d", [2, 5])]);
  expect(versions.map(({ names }) => names)).toEqual([["B", "C"], ["D"], ["A"]]);
  expect(versions.map(({ coder }) => coder)).toEqual(["b", "d", "a"]);
});

test("words are cut where stretches begin and end, counted in code points", () => {
  const pieces = piecesOf("a😀bcd", 10, { start: 11, end: 14 }, [
    { start: 11, end: 13 },
    { start: 12, end: 14 },
  ]);
  expect(pieces.map(({ text }) => text)).toEqual(["a", "😀", "b", "c", "d"]);
  expect(pieces.map(({ isCoded }) => isCoded)).toEqual([false, true, true, true, false]);
  expect(pieces.map(({ begins }) => begins)).toEqual([false, true, true, false, false]);
  expect(pieces.map(({ ends }) => ends)).toEqual([false, false, true, true, false]);
  expect(pieces.map(({ isThere }) => isThere)).toEqual([false, true, true, true, false]);
  expect(pieces.map(({ at }) => at)).toEqual([10, 11, 12, 13, 14]);
});

test("a text that nobody coded is one piece, whatever lies outside of it", () => {
  expect(
    piecesOf("abc", 10, { start: 10, end: 13 }, []).map(({ text, isCoded }) => [text, isCoded]),
  ).toEqual([["abc", false]]);
  expect(
    piecesOf("abc", 10, { start: 10, end: 13 }, [{ start: 2, end: 30 }]).map(
      ({ text, isCoded }) => [text, isCoded],
    ),
  ).toEqual([["abc", true]]);
});
