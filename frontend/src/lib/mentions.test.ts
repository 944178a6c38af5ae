import { expect, test } from "vitest";
import { asked, asLabel, keptOf, mentionsOf, namedBy, shownOf } from "./mentions";

const A = "01930000-0000-7000-8000-00000000000a";
const B = "01930000-0000-7000-8000-00000000000b";

test("a memo is written without GUIDs and kept with them", () => {
  const body = `Lihat [Anonim](jejak:code/${A}) dan [S-01 \\[asli\\]](jejak:source/${B}).`;
  const { shown, known } = shownOf(body);
  expect(shown).toBe("Lihat @[Anonim] dan @[S-01 \\[asli\\]].");
  expect(keptOf(shown, known)).toBe(body);
  expect(mentionsOf(body)).toEqual([`code/${A}`, `source/${B}`]);
});

test("one label for two things, and an own @[, stay as they are kept", () => {
  const two = `[Dewi](jejak:code/${A}) [Dewi](jejak:case/${B})`;
  const { shown, known } = shownOf(two);
  expect(shown).toBe(`@[Dewi] [Dewi](jejak:case/${B})`);
  expect(keptOf(shown, known)).toBe(two);
  const own = `@[Dewi] und [Dewi](jejak:code/${A})`;
  const raw = shownOf(own);
  expect(keptOf(raw.shown, raw.known)).toBe(own);
});

test("words that mention nothing are nothing but words", () => {
  expect(keptOf("@[Anonim] @x", new Map())).toBe("@[Anonim] @x");
  expect(namedBy(`jejak:Code/${A.toUpperCase()}`)).toBe(`code/${A}`);
  expect(namedBy("javascript:alert(1)")).toBeNull();
  expect(asLabel("a [b]\nc\\")).toBe("a \\[b\\] c\\\\");
});

test("a name is asked for after @ at the start of a word", () => {
  expect(asked("Lihat @med", 10)).toEqual({ at: 6, letters: "med" });
  expect(asked("@media sos", 10)).toEqual({ at: 0, letters: "media sos" });
  expect(asked("(@", 2)).toEqual({ at: 1, letters: "" });
  expect(asked("rina@kampus.id", 14)).toBeNull();
  expect(asked("@[Anonim] ya", 12)).toBeNull();
  expect(asked("@ ruang", 7)).toBeNull();
});
