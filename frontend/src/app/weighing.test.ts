import { expect, it } from "vitest";
import { lettersOf, recentFirst, segmentInSight, shownAs } from "./weighing";

it("findings used lately come first, the others as they come", () => {
  const findings = ["a", "b", "c"].map((guid) => ({ guid }));
  expect(recentFirst(findings, ["c", "gone"]).map((one) => one.guid)).toEqual(["c", "a", "b"]);
});

it("a finding is found by its label and its statement", () => {
  expect(lettersOf({ label: "F1", statement: "Saluran Terbagi" })).toBe("f1 saluran terbagi");
});

it("the passage in sight is the one around the focus", () => {
  const segment = { source: "s", start: 1, end: 5, quote: 'kata "😀"' };
  const shown = document.createElement("article");
  for (const [name, value] of Object.entries(shownAs(segment))) shown.setAttribute(name, value);
  const link = document.createElement("button");
  shown.append(link);
  document.body.append(shown);
  expect(segmentInSight()).toBeNull();
  link.focus();
  expect(segmentInSight()).toEqual(segment);
});
