import { expect, test } from "vitest";
import type { CodeAgreement } from "../../../api/agreement";
import { bounds, figure, onLine, ranked } from "./figures";

const known = { low: null, high: null, least: null, greatest: null };

test("an interval is told before the range without any one source", () => {
  expect(bounds(known)).toBeNull();
  expect(bounds({ ...known, least: 0.1, greatest: 0.2 })).toEqual({
    by: "without",
    low: 0.1,
    high: 0.2,
  });
  expect(bounds({ low: -0.1, high: 0.2, least: 0, greatest: 1 })?.by).toBe("interval");
});

test("codes agreed on least come first, those without a value last", () => {
  const codes = [{ value: null }, { value: 0.5 }, { value: -0.1 }] as CodeAgreement[];
  expect(ranked(codes).map(({ value }) => value)).toEqual([-0.1, 0.5, null]);
});

test("a number rounds to zero without a sign, and stays on its line", () => {
  expect(figure(-0.001)).toBe("0.00");
  expect(figure(-0.126)).toBe("-0.13");
  expect([-0.4, 0.5, 1].map(onLine)).toEqual([0, 50, 100]);
});
