import { expect, it, vi } from "vitest";
import { addDoors } from "./writing";

const GUID = "01a20ed7-1155-7d57-a0d9-20f6bcce8025";

it("every heading has one door, and one's own headings lead to what was written", () => {
  document.body.innerHTML = `<main><section id="limits"><h2>Limits</h2>
    <section id="prose-${GUID}-1"><h3>Mine</h3></section></section></main>`;
  const [onPlace, onPiece] = [vi.fn(), vi.fn()];
  addDoors(document, { word: "Write", onPlace: () => {}, onPiece });
  addDoors(document, { word: "Write", onPlace, onPiece });
  const [first, second, ...rest] = document.querySelectorAll<HTMLElement>(".write");
  expect(rest).toEqual([]);
  first?.click();
  second?.click();
  expect(onPlace).toHaveBeenCalledWith("limits", "Limits");
  expect(onPiece).toHaveBeenCalledWith(GUID);
});
