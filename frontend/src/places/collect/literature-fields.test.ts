import { expect, test } from "vitest";
import { issuedFrom, issuedText, nameLines, namesFrom } from "./literature-fields";

const WORK = {
  author: [
    { family: "Berg", given: "Jan", "non-dropping-particle": "van der" },
    { literal: "Badan Pusat Statistik" },
  ],
  issued: { "date-parts": [["2020", 3]] },
};

test("names are lines, and lines that stay are the same names", () => {
  expect(nameLines(WORK, "author")).toBe("van der Berg, Jan\nBadan Pusat Statistik");
  expect(namesFrom("van der Berg, Jan\nSari, Dewi", WORK, "author")).toEqual([
    WORK.author[0],
    { family: "Sari", given: "Dewi" },
  ]);
  expect(namesFrom(" \n", WORK, "author")).toBeNull();
});

test("a date is written as far as it is known", () => {
  expect(issuedText(WORK)).toBe("2020-03");
  expect(issuedFrom("2020-03-05")).toEqual({ "date-parts": [[2020, 3, 5]] });
  expect(issuedFrom("in press")).toEqual({ raw: "in press" });
  expect(issuedFrom(" ")).toBeNull();
});
