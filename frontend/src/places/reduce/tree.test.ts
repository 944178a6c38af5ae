import { expect, test } from "vitest";
import type { Code } from "../../api/types";
import { inksOf } from "./inks";
import { among, isWithin, ROOT, sorted, sought, treeOf } from "./tree";

function code(path: string, more: Partial<Code> = {}): Code {
  const parts = path.split("/");
  const parent = parts.slice(0, -1).join("/") || null;
  const name = parts.at(-1) ?? "";
  return { guid: path, path, name, parent, short: "", colour: "#123456", ...more } as Code;
}

const CODES = [
  code("Risiko"),
  code("Risiko/Razia"),
  code("Risiko/Razia/Malam"),
  code("Siasat", { short: "Cara menghindar" }),
  code("Siasat/Akun baru"),
];

test("a tree has everything below its parent, in order", () => {
  const { children } = treeOf(CODES);
  expect(children.get(ROOT)).toEqual(["Risiko", "Siasat"]);
  expect(children.get("Risiko/Razia")).toEqual(["Risiko/Razia/Malam"]);
});

test("a search keeps what is found and everything above it", () => {
  expect(sought(CODES, "malam").map(({ guid }) => guid)).toEqual([
    "Risiko",
    "Risiko/Razia",
    "Risiko/Razia/Malam",
  ]);
  expect(sought(CODES, "menghindar").map(({ guid }) => guid)).toEqual(["Siasat"]);
  expect(sought(CODES, " ")).toBe(CODES);
});

test("a code whose parent was left out stands at the top", () => {
  expect(treeOf(CODES.slice(1)).children.get(ROOT)).toEqual(["Risiko/Razia", "Siasat"]);
});

test("within is oneself and everything above", () => {
  const { codes } = treeOf(CODES);
  expect(isWithin(codes, "Risiko/Razia/Malam", "Risiko")).toBe(true);
  expect(isWithin(codes, "Risiko", "Risiko")).toBe(true);
  expect(isWithin(codes, "Risiko", "Risiko/Razia")).toBe(false);
});

test("siblings never follow each other in the same pattern", () => {
  const inks = inksOf(CODES);
  expect(inks.get("Risiko")?.pattern).not.toBe(inks.get("Siasat")?.pattern);
});

test("a set keeps its codes, what lies below and what lies above", () => {
  expect(among(CODES, new Set(["Risiko/Razia"])).map(({ guid }) => guid)).toEqual([
    "Risiko",
    "Risiko/Razia",
    "Risiko/Razia/Malam",
  ]);
  expect(among(CODES, new Set())).toEqual([]);
});

test("siblings are sorted by name or use, others stay where they are", () => {
  const codes = CODES.map((one, at) => ({ ...one, codings_below: at === 3 ? 9 : 1 }));
  expect(treeOf(sorted(codes, "use")).children.get(ROOT)).toEqual(["Siasat", "Risiko"]);
  expect(treeOf(sorted([...codes].reverse(), "name")).children.get(ROOT)).toEqual([
    "Risiko",
    "Siasat",
  ]);
  expect(sorted(codes, "order")).toBe(codes);
});
