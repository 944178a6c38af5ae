import { expect, test } from "vitest";
import { nextNamed } from "./use-type-ahead";

const NAMES = ["Akses", "Anonim", "Élan", "Anak", "Zona"];

test("a letter goes to the next name, and again to the one after", () => {
  expect(nextNamed(NAMES, 0, "a")).toBe(1);
  expect(nextNamed(NAMES, 1, "aa")).toBe(3);
  expect(nextNamed(NAMES, 3, "a")).toBe(0);
});

test("several letters may mean the one that is there; marks do not count", () => {
  expect(nextNamed(NAMES, 1, "ano")).toBe(1);
  expect(nextNamed(NAMES, 0, "e")).toBe(2);
  expect(nextNamed(NAMES, 0, "x")).toBeNull();
});
