import { expect, test } from "vitest";
import { nounOf, wordsOf } from "./unsaved-words";

test("a write is told by what it is about and the words in it", () => {
  expect(nounOf({ path: "/api/studies/s/findings/f/evidence?x=codes" })).toBe("evidence");
  expect(nounOf({ path: "/api/studies/s/somewhere" })).toBe("other");
  const guid = "019acb1e-0000-7000-8000-000000000001";
  const body = JSON.stringify({
    codes: [guid],
    memo: "A long thought",
    title: "T",
    colour: "#aabbcc",
  });
  expect(wordsOf({ body })).toEqual(["T", "A long thought"]);
  expect(wordsOf({ body: "" })).toEqual([]);
  expect(wordsOf({ body: "{" })).toEqual([]);
});
