import { expect, test } from "vitest";
import { asQuery, ownQuery } from "./SplitPanel";

test("a code's own passages, narrowed by a query or by words", () => {
  expect(ownQuery('A/"b"', "")).toBe('code:="A/\\"b\\""');
  expect(ownQuery("A", asQuery('dua "akun"'))).toBe('code:="A" and (text:"dua \\"akun\\"")');
  expect(asQuery("coder:RS and weight > 3")).toBe("coder:RS and weight > 3");
  expect(asQuery(" ")).toBe("");
});
