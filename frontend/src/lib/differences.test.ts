import { expect, test } from "vitest";
import { differences } from "./differences";

const of = (what: string, pieces: ReturnType<typeof differences>) =>
  pieces.filter((piece) => piece.what === "same" || piece.what === what).map(({ text }) => text);

test.each([
  ["", ""],
  ["Harga murah sekali", "Harga sangat murah"],
  ["same", "same"],
  ["", "new words"],
  ["日本語 😀 a", "日本 😀 b"],
  ["x ".repeat(1200), "y ".repeat(1200)],
])("the pieces make up both texts: %j, %j", (before, after) => {
  const pieces = differences(before, after);
  expect(of("out", pieces).join("")).toBe(before);
  expect(of("in", pieces).join("")).toBe(after);
});

test("what stayed is left alone", () => {
  expect(differences("It is very cheap.", "It is cheap.")).toEqual([
    { what: "same", text: "It is " },
    { what: "out", text: "very " },
    { what: "same", text: "cheap." },
  ]);
});
