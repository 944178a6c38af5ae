import { expect, test } from "vitest";
import { nameOfText } from "./usePastedText";

test("a pasted text is called by its first line", () => {
  expect(nameOfText("\n Catatan: pasar/malam \nRamai.", "Pasted")).toBe("Catatan pasar malam");
  expect(nameOfText("😀".repeat(80), "Pasted")).toBe("😀".repeat(60));
  expect(nameOfText("...", "Pasted")).toBe("Pasted");
});
