import { describe, expect, it } from "vitest";
import { CodePoints } from "../../lib/codepoints";
import { find } from "./find";

const POINTS = new CodePoints("Akun 😀 akun AKUN. 漢字 a.b (akun)");

describe("find", () => {
  it("counts code points and knows no case unless told", () => {
    const all = [...POINTS.text];
    const words = (hits: readonly { start: number; end: number }[]) =>
      hits.map(({ start, end }) => all.slice(start, end).join(""));
    expect(words(find(POINTS, "akun"))).toEqual(["Akun", "akun", "AKUN", "akun"]);
    expect(find(POINTS, "akun", { caseSensitive: true }).map(({ start }) => start)).toEqual([
      7, 26,
    ]);
    expect(words(find(POINTS, "漢"))).toEqual(["漢"]);
  });

  it("takes signs for themselves, unless they are an expression", () => {
    expect(find(POINTS, "a.b")).toHaveLength(1);
    expect(find(POINTS, "(akun)")).toHaveLength(1);
    expect(find(POINTS, "a.x", { regex: true })).toEqual([]);
    expect(find(POINTS, "a.un", { regex: true })).toHaveLength(4);
  });

  it("finds nothing for nothing, and for an expression that is none", () => {
    expect(find(POINTS, "")).toEqual([]);
    expect(find(POINTS, "(", { regex: true })).toEqual([]);
    expect(find(POINTS, "x*", { regex: true })).toEqual([]);
  });

  it("stops at its limit", () => {
    expect(find(POINTS, "akun", { limit: 2 })).toHaveLength(2);
    expect(find(POINTS, "akun", { limit: 1, caseSensitive: true })).toHaveLength(1);
  });
});
