import { expect, test } from "vitest";
import { fileOf, looksLikeCodebook, tableOfOutline } from "./pasted";

test("an outline is a table of paths, with words after a colon", () => {
  const table = tableOfOutline("Risiko: bahaya\n  - Razia\n    Malam\n  Blokir\n\nSiasat, lain");
  expect(table.split("\n")).toEqual([
    "path,short",
    '"Risiko","bahaya"',
    '"Risiko/Razia",""',
    '"Risiko/Razia/Malam",""',
    '"Risiko/Blokir",""',
    '"Siasat, lain",""',
  ]);
});

test("tabs indent too, and a slash in a name is no step of a path", () => {
  expect(tableOfOutline("A\n\tdan/atau\n\t\t1. x").split("\n").slice(2)).toEqual([
    '"A/dan⁄atau",""',
    '"A/dan⁄atau/x",""',
  ]);
});

test("YAML and tables stay what they are", async () => {
  expect(fileOf("title: x\ncodes:\n- name: A").name).toBe("pasted.yaml");
  expect(await fileOf("path\tshort\nA\tb").text()).toBe("path\tshort\nA\tb");
  expect(fileOf("A\nB").name).toBe("pasted.csv");
});

test("one line alone is no codebook", () => {
  expect(looksLikeCodebook("Anonim\n")).toBe(false);
  expect(looksLikeCodebook("A\nB")).toBe(true);
});
