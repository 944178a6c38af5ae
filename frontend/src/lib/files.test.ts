import { expect, test } from "vitest";
import { isOfLiterature } from "./files";

test("what reference managers give is told from sources by its name", () => {
  const names = ["karya.RIS", "library.bib", "csl.json", "bib.txt", "ris.docx", "json"];
  expect(names.filter((name) => isOfLiterature({ name }))).toEqual([
    "karya.RIS",
    "library.bib",
    "csl.json",
  ]);
});
