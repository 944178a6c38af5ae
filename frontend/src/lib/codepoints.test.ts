import { describe, expect, it } from "vitest";
import { drawing, mixedText } from "../../tests/mixed";
import { CodePoints } from "./codepoints";

describe("CodePoints", () => {
  it("counts as iteration does, whatever the script", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const draw = drawing(seed);
      const text = mixedText(draw, draw(4000));
      expect(new CodePoints(text).length).toBe([...text].length);
    }
  });

  it("turns every code point into the unit where it begins, and back", () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const draw = drawing(seed);
      const text = mixedText(draw, 2500);
      const points = new CodePoints(text);
      let unit = 0;
      let point = 0;
      for (const character of text) {
        expect(points.toUnit(point)).toBe(unit);
        expect(points.toPoint(unit)).toBe(point);
        if (character.length === 2) expect(points.toPoint(unit + 1)).toBe(point);
        unit += character.length;
        point += 1;
      }
      expect(points.toUnit(point)).toBe(text.length);
      expect(points.toPoint(text.length)).toBe(point);
    }
  });

  it("slices by code points", () => {
    const text = "a😀e\u0301 سلام 漢字 𠮷";
    const all = [...text];
    const points = new CodePoints(text);
    for (let start = 0; start <= all.length; start += 1) {
      for (let end = start; end <= all.length; end += 1) {
        expect(points.slice(start, end)).toBe(all.slice(start, end).join(""));
      }
    }
  });

  it("takes a lone surrogate for one code point", () => {
    const points = new CodePoints("a\ud83d b\ude00");
    expect(points.length).toBe(5);
    expect(points.toUnit(4)).toBe(4);
  });

  it("moves positions outside of the text to its edge", () => {
    for (const text of ["", "abc", "😀😀"]) {
      const points = new CodePoints(text);
      expect(points.toUnit(-1)).toBe(0);
      expect(points.toUnit(99)).toBe(text.length);
      expect(points.toPoint(-1)).toBe(0);
      expect(points.toPoint(99)).toBe(points.length);
    }
  });
});
