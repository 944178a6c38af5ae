import { expect, test } from "vitest";
import { readAsked, saturationAddress, USUAL } from "./asked";

test("what is as usual is not in the address, and all else comes back from it", () => {
  expect(saturationAddress(USUAL)).toBe("/quality/saturation");
  const asked = { by: "case", order: "added", base: 6, run: 3, threshold: 0 } as const;
  expect(readAsked(saturationAddress(asked).split("?")[1] ?? "")).toEqual(asked);
});

test("what an address says wrongly is as usual", () => {
  expect(readAsked("by=page&base=0&run=x&threshold=2")).toEqual(USUAL);
});
