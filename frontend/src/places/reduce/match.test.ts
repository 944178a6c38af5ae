import { expect, test } from "vitest";
import type { Code } from "../../api/types";
import { matches, named, nameInVivo, placeOf } from "./match";

function code(path: string, more: Partial<Code> = {}): Code {
  const name = path.split("/").at(-1) ?? "";
  return { guid: path, path, name, codable: true, ...more } as Code;
}

const CODES = [
  code("Triple-A", { codable: false }),
  code("Triple-A/Aksesibilitas"),
  code("Triple-A/Anonimitas"),
  code("Siasat/Akun baru"),
  code("Siasat/Identitas palsu"),
  code("Risiko/Razia"),
  code("Perasaan/Émosi"),
];
const found = (text: string, recent: string[] = []) =>
  matches(CODES, text, recent).map(({ name }) => name);

test("the beginning of a name comes before the beginning of a word, that before the middle", () => {
  expect(found("a").slice(0, 3)).toEqual(["Aksesibilitas", "Anonimitas", "Akun baru"]);
  expect(found("pal")).toEqual(["Identitas palsu"]);
  expect(found("baru")).toEqual(["Akun baru"]);
});

test("case and marks do not count", () => {
  expect(found("EMOSI")).toEqual(["Émosi"]);
});

test("some letters in order are enough, and so is the code above", () => {
  expect(found("ankm")).toEqual([]);
  expect(found("anmt")).toEqual(["Anonimitas"]);
  expect(found("siasat")).toEqual(["Akun baru", "Identitas palsu"]);
});

test("without a wish the recent codes come first, and none twice", () => {
  const all = found("", ["Risiko/Razia", "gone"]);
  expect(all[0]).toBe("Razia");
  expect(all).toHaveLength(CODES.length - 1);
});

test("folders are never offered", () => {
  expect(found("triple")).not.toContain("Triple-A");
});

test("a code is known by its name or its path", () => {
  expect(named(CODES, " razia ")?.path).toBe("Risiko/Razia");
  expect(named(CODES, "Risiko/Razia")?.name).toBe("Razia");
  expect(named(CODES, "raz")).toBeUndefined();
});

test("a path goes under the deepest code that is there, by way of those that are missing", () => {
  const folder = named(CODES, "Triple-A");
  expect(placeOf(CODES, "Triple-A / Baru/Dalam")).toEqual({
    name: "Dalam",
    parent: folder?.guid,
    above: ["Baru"],
  });
  expect(placeOf(CODES, "Lain/Baru")).toEqual({ name: "Baru", above: ["Lain"] });
  expect(placeOf(CODES, "/Baru/")).toEqual({ name: "Baru", above: [] });
});

test("a name in vivo is one line of whole words without a slash", () => {
  expect(nameInVivo("  takut,\n tapi jalan ")).toBe("takut, tapi jalan");
  expect(nameInVivo("dan/atau")).not.toContain("/");
  const long = nameInVivo("kata ".repeat(30));
  expect(long.endsWith("kata …")).toBe(true);
  expect(long.length).toBeLessThanOrEqual(62);
});
