import { describe, expect, it } from "vitest";
import { drawing, mixedText } from "../../tests/mixed";
import { corrected, editsBetween, moves } from "./edits";

describe("what was changed", () => {
  it("is as little as can be", () => {
    expect(editsBetween("Jakrta besar", "Jakarta besar")).toEqual([
      { start: 3, end: 3, text: "a" },
    ]);
    expect(editsBetween("satu dua tiga", "satu tiga")).toEqual([{ start: 5, end: 9, text: "" }]);
    expect(editsBetween("😀 a b c", "😀 x b y", 10)).toEqual([
      { start: 12, end: 13, text: "x" },
      { start: 16, end: 17, text: "y" },
    ]);
    expect(editsBetween("sama", "sama")).toEqual([]);
    expect(editsBetween("", "baru")).toEqual([{ start: 0, end: 0, text: "baru" }]);
    expect(editsBetween("habis", "")).toEqual([{ start: 0, end: 5, text: "" }]);
  });

  it("makes the new text of the old, whatever these are", () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const draw = drawing(seed);
      const before = mixedText(draw, draw(60));
      let after = before;
      for (let turn = draw(4); turn >= 0; turn -= 1) {
        const at = draw([...after].length + 1);
        const letters = [...after];
        letters.splice(at, draw(6), mixedText(draw, draw(5)));
        after = letters.join("");
      }
      const edits = editsBetween(before, after);
      expect(corrected(before, edits)).toBe(after);
      edits.forEach((edit, at) => {
        expect(edit.end).toBeGreaterThanOrEqual(edit.start);
        expect(edit.start).toBeGreaterThanOrEqual(edits[at - 1]?.end ?? 0);
      });
    }
  });

  it("is one replacement where nothing is alike", () => {
    const words = (letter: string) => Array.from({ length: 900 }, (_, at) => `${letter}${at}`);
    const [before, after] = [words("a").join(" "), words("b").join(" ")];
    expect(corrected(before, editsBetween(before, after))).toBe(after);
  });
});

describe("a stretch after edits", () => {
  it("keeps its words and takes in what is put inside", () => {
    for (let seed = 1; seed < 300; seed += 1) {
      const draw = drawing(seed);
      const text = [...mixedText(draw, 30)];
      const places = Array.from({ length: 4 }, () => draw(text.length + 1)).sort((a, b) => a - b);
      const [a = 0, b = 0, c = 0, d = 0] = places;
      const edits = [
        { start: a, end: b, text: "#".repeat(draw(4)) },
        { start: c, end: d, text: "#".repeat(draw(4)) },
      ];
      const start = draw(text.length);
      const end = start + 1 + draw(text.length - start);
      const gone = (at: number) => edits.some((edit) => at >= edit.start && at < edit.end);
      const kept = text.filter((_, at) => at >= start && at < end && !gone(at)).join("");
      const [from, to] = moves(edits)(start, end);
      const now = [...corrected(text.join(""), edits)].slice(from, to).join("");
      expect(now.replaceAll("#", "")).toBe(kept.replaceAll("#", ""));
    }
  });
});
