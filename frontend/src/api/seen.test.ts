import { expect, test } from "vitest";
import { codersOf, seenOf } from "./seen";

const people = { me: { guid: "me" }, users: [{ guid: "me" }, { guid: "you" }, { guid: "they" }] };

test("everybody's codings are seen until somebody says otherwise", () => {
  const seen = seenOf({ blind: false, hidden: [] }, undefined);
  expect(seen).toEqual({ coders: null, isKnown: true, isBlind: false });
  expect(codersOf(seen)).toEqual({});
});

test("who codes in an open round is blind, whatever they chose", () => {
  const coding = { ...people, blind_rounds: ["Pilot"] };
  expect(seenOf({ blind: false, hidden: [] }, coding)).toEqual({
    coders: ["me"],
    isKnown: true,
    isBlind: true,
  });
});

test("who is blind sees nobody else, whatever is hidden besides", () => {
  expect(seenOf({ blind: true, hidden: ["me"] }, people).coders).toEqual(["me"]);
});

test("nothing may be asked for before it is known who one is", () => {
  const seen = seenOf({ blind: true, hidden: [] }, undefined);
  expect(seen.isKnown).toBe(false);
  expect(codersOf(seen)).toEqual({ coders: [] });
});

test("those who are hidden are left out; one who is gone hides nobody", () => {
  expect(seenOf({ blind: false, hidden: ["you"] }, people).coders).toEqual(["me", "they"]);
  expect(seenOf({ blind: false, hidden: ["gone"] }, people).coders).toBeNull();
});
