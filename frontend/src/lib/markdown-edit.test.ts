import { expect, test } from "vitest";
import {
  continued,
  type Edit,
  indented,
  linked,
  pasted,
  taskAt,
  titleOf,
  wrapped,
} from "./markdown-edit";

/** The text after an edit, `|` at the caret or around the selection. */
function after(text: string, edit: Edit | null): string | null {
  if (!edit) return null;
  const now = text.slice(0, edit.from) + edit.words + text.slice(edit.to);
  const [a, b] = edit.select;
  return a === b
    ? `${now.slice(0, a)}|${now.slice(a)}`
    : `${now.slice(0, a)}|${now.slice(a, b)}|${now.slice(b)}`;
}

const enter = (text: string, at = text.length) => after(text, continued(text, at, at));

test("Enter goes on with a list and ends it on an empty line", () => {
  expect(enter("- satu")).toBe("- satu\n- |");
  expect(enter("  2. dua")).toBe("  2. dua\n  3. |");
  expect(enter("- [x] tanya")).toBe("- [x] tanya\n- [ ] |");
  expect(enter("> kata")).toBe("> kata\n> |");
  expect(enter("- satu\n- ")).toBe("- satu\n|");
  expect(enter("biasa")).toBeNull();
  expect(enter("- satu", 1)).toBeNull();
  expect(enter("- satu dua", 6)).toBe("- satu\n- | dua");
});

test("Tab moves the lines of a list, and nothing else", () => {
  const tab = (text: string, back = false) =>
    after(text, indented(text, text.length, text.length, back));
  expect(tab("- satu")).toBe("  - satu|");
  expect(tab("  - satu", true)).toBe("- satu|");
  expect(tab("- satu", true)).toBe("- satu|");
  expect(tab("kata")).toBeNull();
  const two = "- a\n- b";
  expect(after(two, indented(two, 0, two.length, false))).toBe("|  - a\n  - b|");
});

test("bold and italic go on and off", () => {
  expect(after("kata kunci", wrapped("kata kunci", 5, 10, "**"))).toBe("kata **|kunci|**");
  expect(after("kata **kunci**", wrapped("kata **kunci**", 7, 12, "**"))).toBe("kata |kunci|");
  expect(after("**kunci**", wrapped("**kunci**", 2, 7, "_"))).toBe("**_|kunci|_**");
  expect(after("", wrapped("", 0, 0, "**"))).toBe("**|**");
});

test("links are made of words, of addresses, and by pasting", () => {
  expect(after("kata", linked("kata", 0, 4))).toBe("[kata](|)");
  expect(after("https://a.id", linked("https://a.id", 0, 12))).toBe("[|](https://a.id)");
  expect(after("kata", pasted("kata", 0, 4, " https://a.id "))).toBe("[kata](https://a.id)|");
  expect(pasted("kata", 0, 4, "javascript:alert(1)")).toBeNull();
  expect(pasted("kata", 4, 4, "https://a.id")).toBeNull();
});

test("tasks and titles are read from the text", () => {
  expect(taskAt("kata\n- [ ] Tanya G\n", 1)).toBe("Tanya G");
  expect(taskAt("kata", 0)).toBeNull();
  expect(titleOf("> kutipan\n\n## **Aneh** sekali [Anonim](jejak:code/1)")).toBe(
    "Aneh sekali Anonim",
  );
  expect(titleOf("> hanya kutipan")).toBe("hanya kutipan");
  expect(titleOf("a".repeat(100))).toBe(`${"a".repeat(79)}…`);
});
