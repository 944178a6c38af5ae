import { beforeEach, expect, test } from "vitest";
import { addressOf } from "./address";
import { goTo, splitHash } from "./hash";
import { placeOf } from "./places";

beforeEach(() => {
  location.hash = "";
});

test("an address has a path and a search of its own", () => {
  expect(splitHash("#/reduce/x?at=1-9")).toEqual({ path: "/reduce/x", search: "at=1-9" });
  expect(splitHash("")).toEqual({ path: "/", search: "" });
});

test("going somewhere is a step back, unless it replaces", () => {
  const before = history.length;
  goTo("/history");
  expect(location.hash).toBe("#/history");
  goTo("/settings", { replace: true });
  expect(location.hash).toBe("#/settings");
  expect(history.length).toBe(before + 1);
});

test("every address is in a place", () => {
  expect(placeOf("/reduce/x")).toBe("reduce");
  expect(placeOf("/nowhere")).toBe("collect");
});

test("whatever has a name has an address", () => {
  expect(addressOf("source", "g")).toBe("/reduce/g");
  expect(addressOf("code", "g")).toBe("/reduce?code=g");
  expect(addressOf("finding", "g")).toBe("/conclude/g");
  expect(addressOf("display", "g")).toBe("/display/saved/g");
  expect(addressOf("event", "g")).toBe("/display/events?event=g");
  expect(addressOf("state", "g")).toBe("/display/events?state=g");
});
