import { expect, it } from "vitest";
import { factLines } from "./facts";

it("writes what a check rests on for people", () => {
  const words = {
    yes: "ya",
    no: "tidak",
    number: (value: number) => value.toFixed(1),
    term: (name: string) => name.toUpperCase(),
  };
  const guid = "01900000-0000-7000-8000-000000000001";
  const lines = factLines(
    {
      cases: ["S", "G"],
      share: 0.5,
      rival: true,
      by: { s: 3, g: 1 },
      at: [{ source: "OBS-2", start: 7, end: 9, participant: null }],
      ids: [guid],
      named: { [guid]: "S" },
    },
    words,
  );
  expect(lines.map((line) => line.text)).toEqual([
    "S, G",
    "0.5",
    "ya",
    "S 3.0, G 1.0",
    "OBS-2 7–9",
    "",
    "S",
  ]);
});
