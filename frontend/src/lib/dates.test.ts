import { expect, test } from "vitest";
import { readDate } from "./dates";

test("a kept day or month is read out, whatever the hour of the place", () => {
  expect(readDate("2020-06-14")).toMatch(/14/);
  expect(readDate("2020-06-14")).toMatch(/2020/);
  expect(readDate("2020-06-14")).not.toMatch(/06/);
  expect(readDate("2020-09")).toMatch(/Sep/);
});

test("what is no date stays as it was written", () => {
  for (const kept of ["2020", "2020-02-31", "spring 2020", "", "2020-06-14..2020-07-01"]) {
    expect(readDate(kept)).toBe(kept);
  }
});
