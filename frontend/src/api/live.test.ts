import { expect, test } from "vitest";
import { waitAfter } from "./live";

test("it tries again soon at first, then less and less, never rarer than every two seconds", () => {
  const waits = [0, 1, 2, 3, 10].map(waitAfter);
  expect(waits).toEqual([...waits].sort((one, other) => one - other));
  expect(waits[0]).toBeLessThan(1000);
  expect(waits.at(-1)).toBe(2000);
});
