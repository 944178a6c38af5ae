import { expect, test } from "vitest";
import { mistakes, pointsOf } from "./matching";

test("the better a title answers, the more points it has", () => {
  const points = ["undo", "Undo", "Go to History", "Go to History", "Redo", "Évora", "Other"];
  expect(pointsOf("Undo", points[0] as string)).toBe(40);
  expect(pointsOf("Undo the last", "undo")).toBe(30);
  expect(pointsOf("Go to History", "history")).toBe(20);
  expect(pointsOf("Go to History", "to his")).toBe(20);
  expect(pointsOf("Go to History", "story")).toBe(10);
  expect(pointsOf("Go to History", "history go")).toBe(8);
  expect(pointsOf("Go to History", "hisstory")).toBe(4);
  expect(pointsOf("Go to History", "hystory")).toBe(4);
  expect(pointsOf("Évora", "evora")).toBe(40);
  expect(pointsOf("Go to History", "xyz")).toBe(0);
  expect(pointsOf("Go to History", "  ")).toBe(0);
});

test("mistakes are counted, up to what is allowed", () => {
  expect(mistakes("abc", "abc", 2)).toBe(0);
  expect(mistakes("abc", "acb", 2)).toBe(1);
  expect(mistakes("abc", "abxc", 2)).toBe(1);
  expect(mistakes("abc", "abcdef", 2)).toBe(3);
});
