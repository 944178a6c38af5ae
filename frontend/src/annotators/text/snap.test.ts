import { describe, expect, it } from "vitest";
import { letterEdge, nextEdge, snapped, wordEdges } from "./snap";

const TEXT = "Saya pakai dua akun 👩🏽‍🔬 e\u0301clair, مرحبا بكم.";
const start = (word: string) => TEXT.indexOf(word);
const end = (word: string) => start(word) + word.length;

describe("where an edge may stand", () => {
  it("knows where words begin and end", () => {
    expect(wordEdges(TEXT, 3, "start").slice(0, 3)).toEqual([0, 5, 11]);
    expect(wordEdges(TEXT, 3, "end").slice(0, 3)).toEqual([4, 10, 14]);
  });

  it("snaps to the nearest word, and never past the other edge", () => {
    const start0 = { edge: "start", other: end("akun"), exact: false } as const;
    expect(snapped(TEXT, 7, start0)).toBe(start("pakai"));
    expect(snapped(TEXT, 9, start0)).toBe(start("dua"));
    expect(snapped(TEXT, 60, start0)).toBe(start("akun"));
    const end0 = { edge: "end", other: start("dua"), exact: false } as const;
    expect(snapped(TEXT, 0, end0)).toBe(end("dua"));
    expect(snapped(TEXT, TEXT.length, end0)).toBe(end("بكم"));
  });

  it("goes by letters as people see them when it is exact", () => {
    const exact = { edge: "end", other: 0, exact: true } as const;
    const emoji = start("👩");
    expect(letterEdge(TEXT, emoji + 3)).toBe(emoji);
    expect(snapped(TEXT, emoji + 5, exact)).toBe(emoji);
    expect(snapped(TEXT, start("e\u0301") + 1, exact)).toBe(start("e\u0301"));
    expect(snapped(TEXT, 0, exact)).toBe(null);
    expect(letterEdge(TEXT, -4)).toBe(0);
    expect(letterEdge(TEXT, 999)).toBe(TEXT.length);
  });

  it("steps by words or letters and stops at the other edge", () => {
    const words = { edge: "end", other: 0, exact: false } as const;
    expect(nextEdge(TEXT, 4, 1, words)).toBe(10);
    expect(nextEdge(TEXT, 4, -1, words)).toBe(null);
    const letters = { edge: "start", other: 12, exact: true } as const;
    expect(nextEdge(TEXT, 5, -1, letters)).toBe(4);
    expect(nextEdge(TEXT, 11, 1, letters)).toBe(null);
  });
});
