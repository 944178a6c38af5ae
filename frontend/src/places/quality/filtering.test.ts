import { expect, it } from "vitest";
import type { Checklist, Item } from "../../api/checklists";
import { shownOf } from "./filtering";
import { addressOfPlace, pageOf } from "./places";

const item = (number: string, topic: string, state: Item["state"]) =>
  ({ number, topic, asks: "", state }) as Item;

const checklist = {
  domains: [
    { title: "A", items: [item("1", "Gender", "not on record"), item("2", "Guide", "on record")] },
    { title: "B", items: [item("3", "Setting", "partly"), item("4", "Other", "not applicable")] },
  ],
} as unknown as Checklist;

const numbers = (shown: Parameters<typeof shownOf>[1], text = "") =>
  shownOf(checklist, shown, text).flatMap(({ items }) => items.map((one) => one.number));

it("shows all, what is missing, a state, and what holds the words", () => {
  expect(numbers("all")).toEqual(["1", "2", "3", "4"]);
  expect(numbers("missing")).toEqual(["1", "3"]);
  expect(numbers("on record")).toEqual(["2"]);
  expect(numbers("all", " SETT")).toEqual(["3"]);
  expect(shownOf(checklist, "partly", "")).toHaveLength(1);
});

it("knows where things and pages are", () => {
  const memo = { kind: "memo", guid: "m", name: "Gorden" };
  expect(addressOfPlace(memo)).toBe("/memos/m");
  expect(pageOf(memo)).toBeUndefined();
  expect(addressOfPlace({ kind: "cases", guid: "", name: "" })).toBe("/collect/cases");
});
