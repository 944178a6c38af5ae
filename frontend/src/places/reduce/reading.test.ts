import { expect, test } from "vitest";
import { millisecondsOf, placeAsked } from "./reading";

test("a place in the address is a stretch of code points", () => {
  expect(placeAsked("at=12-34")).toEqual({ start: 12, end: 34 });
  expect(placeAsked("code=x&at=0-0")).toEqual({ start: 0, end: 0 });
  for (const bad of ["", "at=", "at=5", "at=9-3", "at=a-b", "at=-1-3"])
    expect(placeAsked(bad)).toBeNull();
});

test("a time without a zone is taken as it is written", () => {
  expect(millisecondsOf("2020-05-01T10:33:00")).toBe(Date.UTC(2020, 4, 1, 10, 33));
  expect(millisecondsOf("2020-05-01T10:33:00+07:00")).toBe(Date.UTC(2020, 4, 1, 3, 33));
  expect(millisecondsOf(null)).toBeNull();
  expect(millisecondsOf("yesterday")).toBeNull();
});
