import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const SOURCES = join(import.meta.dirname, "..");
const SHEETS = Object.fromEntries(
  readdirSync(SOURCES, { recursive: true, encoding: "utf-8" })
    .filter((path) => path.endsWith(".css"))
    .map((path) => [path, readFileSync(join(SOURCES, path), "utf-8")]),
);

/** The classes that a sheet sets by their bare name, beside those of a printed page. */
function bareClasses(sheet: string): Set<string> {
  const screen = sheet.replace(/\/\*.*?\*\//gs, "").replace(/@media print \{.*?\n\}/gs, "");
  const found = new Set<string>();
  for (const [, selectors = ""] of screen.matchAll(/([^{};]+)\{/g)) {
    for (const one of selectors.split(",")) {
      const bare = /^\.([\w-]+)$/.exec(one.trim())?.[1];
      if (bare) found.add(bare);
    }
  }
  return found;
}

test("a class is set in one sheet, so that no place changes the looks of another", () => {
  const homes = new Map<string, string[]>();
  for (const [path, sheet] of Object.entries(SHEETS)) {
    for (const name of bareClasses(sheet)) homes.set(name, [...(homes.get(name) ?? []), path]);
  }
  expect(homes.size).toBeGreaterThan(400);
  expect([...homes].filter(([, paths]) => paths.length > 1)).toEqual([]);
});

test("a sheet is small", () => {
  const long = Object.entries(SHEETS).filter(([, sheet]) => sheet.split("\n").length > 400);
  expect(long.map(([path]) => path)).toEqual([]);
});
