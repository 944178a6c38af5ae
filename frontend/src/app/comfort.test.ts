import { expect, test } from "vitest";
import { atWork } from "./comfort";

test("work adds up until there was a pause", () => {
  expect(atWork(120_000, 1000, 60_000)).toBe(180_000);
  expect(atWork(120_000, 299_000, 60_000)).toBe(180_000);
  expect(atWork(120_000, 300_000, 60_000)).toBe(0);
});
