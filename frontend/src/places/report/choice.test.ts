import { expect, it } from "vitest";
import { fromEarlier } from "./choice";

it("what was chosen before there were templates holds for the whole study", () => {
  const { of } = fromEarlier({ of: { s: { language: "id", left: ["trail"], style: "apa" } } });
  expect(of.s?.template).toBe("study");
  expect(of.s?.language).toBe("id");
  expect(of.s?.arranged.study?.left).toEqual(["trail"]);
});
