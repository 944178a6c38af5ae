import { expect, it } from "vitest";
import { type Asked, concordanceAddress, queryOf, readAsked } from "./asked";

const asked: Asked = {
  words: 'akun "baru"',
  way: "word",
  where: "",
  sort: ["left1", "source"],
  context: 120,
};

it("stands in the address whole and comes back so", () => {
  const address = concordanceAddress({ ...asked, where: "case = S & G" });
  expect(readAsked(address.split("?")[1] ?? "")).toEqual({ ...asked, where: "case = S & G" });
  expect(concordanceAddress({})).toBe("/concordance");
  expect(readAsked("way=odd&sort=up.left1&context=7")).toEqual({
    words: "",
    way: "word",
    where: "",
    sort: ["left1"],
    context: 60,
  });
});

it("makes the query that finds the lines", () => {
  expect(queryOf(asked)).toBe('word:"akun \\"baru\\""');
  expect(queryOf({ ...asked, way: "phrase", where: " case = S " })).toBe(
    'text:"akun \\"baru\\"" and (case = S)',
  );
  expect(queryOf({ ...asked, way: "regex", words: "a/b\\/c" })).toBe("text:/a\\/b\\/c/");
  expect(queryOf({ ...asked, way: "query", words: "code:A or code:B", where: "case = S" })).toBe(
    "(code:A or code:B) and (case = S)",
  );
  expect(queryOf({ ...asked, words: " " })).toBe("");
});
