import { expect, test } from "vitest";
import type { Disagreement } from "../../../api/agreement";
import { othersOf, togetherWith } from "./together";

type Given = Record<string, [number, number][]>;

const differing = (key: string, given: Given, more: Partial<Disagreement> = {}) =>
  ({
    key,
    source: "s",
    start: 0,
    end: 9,
    had: Object.entries(given).map(([coder, stretches]) => ({
      coder,
      name: coder,
      stretches: stretches.map(([start, end]) => ({ start, end })),
    })),
    choices: ["keep", "both", "neither"],
    ...more,
  }) as Disagreement;

const one = differing("one", { a: [[0, 9]], b: [] });

test("those at the very same place stand together, whoever coded there", () => {
  const other = differing("other", { a: [], b: [[0, 9]] });
  const found = [
    one,
    other,
    differing("elsewhere", { a: [[0, 9]], b: [] }, { source: "t" }),
    differing("longer", { a: [[0, 10]], b: [] }, { end: 10 }),
  ];
  expect(togetherWith(one, found)).toEqual([other]);
  expect(togetherWith(other, found)).toEqual([one]);
});

test("not where those who agree under the one code differ under the other", () => {
  const three = differing("three", { a: [[0, 9]], b: [[0, 9]], c: [] });
  const apart = differing("apart", { a: [[0, 9]], b: [], c: [] });
  const alike = differing("alike", { a: [], b: [], c: [[0, 9]] });
  expect(togetherWith(three, [apart, alike])).toEqual([alike]);
});

test("a decision that comes to keeping somebody's version is not offered beside it", () => {
  expect(othersOf([one])).toEqual([]);
  const both = differing("both", { a: [[0, 9]], b: [[0, 5]] });
  expect(othersOf([both])).toEqual(["both", "neither"]);
  expect(othersOf([{ ...both, choices: ["keep", "both", "neither", "outer", "inner"] }])).toEqual([
    "both",
    "neither",
    "outer",
    "inner",
  ]);
  // Under the one code the one has everything, under the other the other.
  expect(othersOf([one, differing("other", { a: [], b: [[0, 9]] })])).toEqual(["both", "neither"]);
  expect(othersOf([one, differing("same", { a: [[0, 9]], b: [] })])).toEqual([]);
  expect(othersOf([one, differing("cut", { a: [[0, 9]], b: [[0, 5]] })])).toEqual([
    "both",
    "neither",
  ]);
});
