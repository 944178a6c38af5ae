import { expect, test } from "vitest";
import type { Code } from "../../api/types";
import { readWeight, weightOf } from "./weigh";

const codes = [
  { name: "Access", path: "Access" },
  { name: "Wave 2", path: "Wave 2" },
] as Code[];

test("a number after a name is its weight", () => {
  expect(readWeight("access 70", codes)).toEqual({ name: "access", weight: 70 });
  expect(readWeight(" access  5 % ", codes)).toEqual({ name: "access", weight: 5 });
  expect(readWeight("access", codes)).toEqual({ name: "access", weight: null });
});

test("a number that belongs to the name, or is no weight, stays in it", () => {
  expect(readWeight("wave 2", codes)).toEqual({ name: "wave 2", weight: null });
  expect(readWeight("access 101", codes)).toEqual({ name: "access 101", weight: null });
  expect(readWeight("70", codes)).toEqual({ name: "70", weight: null });
});

test("weights are whole and from 0 to 100", () => {
  expect(["", " ", "70", "-4", "170", "2.6", "x"].map(weightOf)).toEqual([
    null,
    null,
    70,
    0,
    100,
    3,
    undefined,
  ]);
});
