import { expect, it } from "vitest";
import { changesOf, draftsOf, fieldsOf, onRecordOf, recordsFor, wrongIn } from "./record-fields";

it("sends of a form what differs, numbers as numbers and shares of one", () => {
  const before = draftsOf("quantity", { phrase: "most", query: "a", base: "", low: 0.5, high: 1 });
  expect(before).toMatchObject({ low: "50", high: "100" });
  expect(changesOf("quantity", before, before)).toEqual({});
  expect(changesOf("quantity", before, { ...before, query: " b ", low: "33,3" })).toEqual({
    query: "b",
    low: 0.333,
  });
  const empty = draftsOf("quantity", {});
  expect(changesOf("quantity", empty, { ...empty, phrase: "most", query: "a" })).toEqual({
    phrase: "most",
    query: "a",
  });
});

it("takes a case back as none, and a flag as said", () => {
  const before = draftsOf("feedback", { case: "c", who: "", answer: "agree" });
  expect(changesOf("feedback", before, { ...before, case: "", who: "Rekan" })).toEqual({
    case: null,
    who: "Rekan",
  });
  const rule = draftsOf("rule", { ordered: false });
  expect(changesOf("rule", rule, { ...rule, ordered: true })).toEqual({ ordered: true });
});

it("knows what cannot be kept: what is missing, parts of segments, more than all", () => {
  const search = draftsOf("search", { query: "a", inspected: 3, found: 0 });
  expect([...wrongIn({ kind: "search", given: {} }, search)]).toEqual([]);
  expect([
    ...wrongIn(
      { kind: "search", given: {} },
      { ...search, query: " ", inspected: "1.5", found: "" },
    ),
  ]).toEqual(["query", "inspected", "found"]);
  expect([
    ...wrongIn({ kind: "quantity", given: {} }, { phrase: "most", query: "a", low: "120" }),
  ]).toEqual(["low"]);
});

it("finds the records of a check among all", () => {
  const all = [
    { kind: "standing", values: { unusual: "outlier" } },
    { kind: "standing", values: { unusual: "extreme" } },
    { kind: "search", values: {} },
  ];
  const outliers = onRecordOf("outliers");
  expect(outliers && recordsFor(all, outliers)).toEqual([all[0]]);
  expect(onRecordOf("coders")).toBeUndefined();
});

it("what is given already is not asked for", () => {
  const whole = { kind: "appraisal", given: { component: "overall", concern: "" } } as const;
  expect(fieldsOf(whole).map(({ name }) => name)).toEqual(["why"]);
  expect([...wrongIn(whole, { why: "So." })]).toEqual([]);
});
