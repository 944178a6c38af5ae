import { expect, it } from "vitest";
import { speaksOf } from "./Story";

it("a finding's label is a word of its own", () => {
  expect(speaksOf("Add evidence to the finding F1", "F1")).toBe(true);
  expect(speaksOf("Add evidence to the finding F10", "F1")).toBe(false);
  expect(speaksOf("Set F1 as a rival of F6", "F1")).toBe(true);
  expect(speaksOf("Temuan (a) diubah", "(a)")).toBe(true);
});
