import { expect, it } from "vitest";
import { drawing, mixedText } from "../../../tests/mixed";
import { CodePoints } from "../../lib/codepoints";
import { leadOf, Page, timeText } from "./page";
import { plan } from "./pieces";

it("turns every unit that is shown into a place in the page, and back", () => {
  const text = `${mixedText(drawing(2), 900)}\nakhir.`;
  const points = new CodePoints(text);
  const end = points.toPoint(300);
  const blocks = { number: [1], kind: ["paragraph"], start: [0], end: [end] };
  const page = new Page(
    document.createElement("div"),
    text,
    plan(points, blocks),
    blocks,
    timeText,
  );
  for (const piece of page.pieces) {
    for (let unit = piece.start; unit < piece.end; unit += 1) {
      const place = page.toPoint(unit);
      expect(place && page.toUnit(place.node, place.offset, false)).toBe(unit);
    }
    const last = page.toPoint(piece.end, true);
    expect(last && page.toUnit(last.node, last.offset, true)).toBe(piece.end);
  }
});

it("writes what lies far down when it is asked for, in its place", () => {
  const lines = Array.from({ length: 4000 }, (_, at) => `Baris ${at} ${"kata ".repeat(20)}`);
  const text = lines.join("\n");
  const points = new CodePoints(text);
  const blocks = { number: [], kind: [], start: [], end: [] };
  const root = document.createElement("div");
  const page = new Page(root, text, plan(points, blocks), blocks, timeText);
  const written = () => root.querySelectorAll(".jr-block").length;
  expect(written()).toBeLessThan(lines.length);

  const unit = text.indexOf("Baris 3900");
  const place = page.toPoint(unit);
  expect(place?.node.data.startsWith("Baris 3900 ")).toBe(true);
  expect(place && page.toUnit(place.node, place.offset, false)).toBe(unit);
  expect(page.toUnit(root, root.childNodes.length, true)).toBe(text.length);

  expect(page.measure(0, text.length)?.toString()).toBe(lines.join(""));
  expect(written()).toBe(lines.length);
  expect(page.writeUntil(0)).toBe(false);
});

it("says times of a recording and of the clock", () => {
  expect(timeText(3_723_000)).toBe("1:02:03");
  expect(timeText(Date.UTC(2021, 4, 9, 7, 5))).toBe("2021-05-09 07:05");
});

it("knows how much of a turn only says who speaks", () => {
  expect(leadOf("[00:01] Gita: ya", "Gita")).toBe(13);
  expect(leadOf("Gita : ya", "Gita")).toBe(6);
  expect(leadOf("ya, kata Gita kemarin: begitu", "Gita")).toBe(0);
  expect(leadOf("ya", null)).toBe(0);
});
