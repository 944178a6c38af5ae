import { describe, expect, it } from "vitest";
import english from "../locales/en/commands.json";
import indonesian from "../locales/id/commands.json";
import { COMMANDS, chordOf, keysOf, whereOf, written } from "./keymap";

const pressed = (key: string, held: Partial<Record<"ctrl" | "alt" | "shift", true>> = {}) =>
  chordOf({
    key,
    ctrlKey: held.ctrl ?? false,
    metaKey: false,
    altKey: held.alt ?? false,
    shiftKey: held.shift ?? false,
  });

const titled = (texts: object, id: string) =>
  id.split(".").reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], texts);

describe("the keymap", () => {
  it("writes a press as the keymap does", () => {
    expect(pressed("c")).toBe("c");
    expect(pressed("Z", { shift: true })).toBe("Z");
    expect(pressed("{", { shift: true })).toBe("{");
    expect(pressed("K", { ctrl: true, shift: true })).toBe("Mod+Shift+k");
    expect(pressed("ArrowUp", { shift: true })).toBe("Shift+ArrowUp");
    expect(pressed("+", { ctrl: true })).toBe("Mod++");
  });

  it("shows a key as people read it", () => {
    expect(written("Mod+Shift+z")).toBe("Ctrl ⇧ Z");
    expect(written("Z")).toBe("⇧ Z");
    expect(written("Mod++")).toBe("Ctrl +");
    expect(written("+")).toBe("+");
    expect(written("Escape")).toBe("Esc");
  });

  it("takes a person's own keys before those a command comes with", () => {
    expect(keysOf("everywhere.palette", {})).toEqual(["Mod+k"]);
    expect(keysOf("everywhere.palette", { "everywhere.palette": ["F1"] })).toEqual(["F1"]);
  });

  it("gives every command a title in both languages, and no key to two of one place", () => {
    for (const { id } of COMMANDS) {
      expect(titled(english, id), id).toBeTypeOf("string");
      expect(titled(indonesian, id), id).toBeTypeOf("string");
    }
    const taken = COMMANDS.flatMap(({ id, keys }) => keys.map((key) => `${whereOf(id)} ${key}`));
    expect(new Set(taken).size).toBe(taken.length);
  });
});
