import { beforeEach, expect, test } from "vitest";
import { draftKey, draftNames, draftOf, dropDraft, keepDraft } from "./drafts";

const DRAFT = { title: "Kesan", body: "Aneh.", kind: "jotting", base: null, at: 1 };

beforeEach(() => localStorage.clear());

test("a draft is kept until it is dropped, each study for itself", () => {
  const key = draftKey("s", "new");
  keepDraft(key, DRAFT);
  keepDraft(draftKey("s", "m1"), DRAFT);
  keepDraft(draftKey("other", "m2"), DRAFT);
  expect(draftOf(key)).toEqual(DRAFT);
  expect(draftNames("s").sort()).toEqual(["m1", "new"]);
  dropDraft(key);
  expect(draftOf(key)).toBeNull();
});

test("what is no draft is none", () => {
  localStorage.setItem(draftKey("s", "a"), "{");
  localStorage.setItem(draftKey("s", "b"), "3");
  expect(draftOf(draftKey("s", "a"))).toBeNull();
  expect(draftOf(draftKey("s", "b"))).toBeNull();
});
