import { expect, it } from "vitest";
import { factLines } from "./facts";

const words = {
  yes: "ya",
  no: "tidak",
  number: (value: number) => value.toFixed(1),
  term: (name: string) => name.toUpperCase(),
};

it("writes what a check rests on for people", () => {
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
  expect(lines.map((line) => line.lines)).toEqual([
    ["S, G"],
    ["0.5"],
    ["ya"],
    ["S 3.0, G 1.0"],
    ["OBS-2 7–9"],
    [],
    ["S"],
  ]);
});

it("gives each rule and rival a line, in the words of the program, and leaves names as they are", () => {
  const lines = factLines(
    {
      rivals: [
        { label: "F1", state: "ruled out", evidence: 2 },
        { label: "F2", state: "", evidence: 0 },
      ],
      by_participant: { posts: 2 },
      free: ["most"],
    },
    words,
  );
  expect(lines.map((line) => line.lines)).toEqual([
    ["LABEL F1, STATE RULED OUT, EVIDENCE 2.0", "LABEL F2, EVIDENCE 0.0"],
    ["posts 2.0"],
    ["most"],
  ]);
});
