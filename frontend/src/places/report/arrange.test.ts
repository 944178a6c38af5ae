import { expect, it } from "vitest";
import { movedTo, ordered, type PartLine, stepped } from "./arrange";

const line = (name: string, chapter = ""): PartLine => ({
  name,
  title: name,
  chapter,
  chapter_title: chapter,
});
const LINES = [line("a", "one"), line("b", "one"), line("c", "two"), line("d"), line("e", "two")];
const names = (lines: readonly PartLine[]) => lines.map(({ name }) => name).join("");

it("the parts of a chapter stand together, and new ones where the template has them", () => {
  expect(names(ordered(LINES, []))).toBe("abced");
  expect(names(ordered(LINES, ["d", "b", "a"]))).toBe("dbace");
  expect(names(ordered(LINES, ["gone", "e", "c", "d", "a", "b"]))).toBe("ecdab");
});

it("a part moves within its chapter, and at its edge with it", () => {
  const lines = ordered(LINES, []);
  expect(stepped(lines, "a", 1).join("")).toBe("baced");
  expect(stepped(lines, "b", 1).join("")).toBe("ceabd");
  expect(stepped(lines, "a", -1).join("")).toBe("abced");
  expect(stepped(lines, "d", -1).join("")).toBe("abdce");
  expect(movedTo(lines, "d", "a").join("")).toBe("dabce");
  expect(movedTo(lines, "nothing", "a").join("")).toBe("abced");
});
