import { expect, it } from "vitest";
import { factLines } from "./facts";

it("writes what a check rests on for people", () => {
  const words = { yes: "ya", no: "tidak", number: (value: number) => value.toFixed(1) };
  const guid = "01900000-0000-7000-8000-000000000001";
  const lines = factLines(
    {
      cases: ["S", "G"],
      share: 0.5,
      rival: true,
      by: { S: 3, G: 1 },
      ids: [guid],
      named: { [guid]: "S" },
    },
    words,
  );
  expect(lines.map((line) => line.text)).toEqual(["S, G", "0.5", "ya", "S 3.0, G 1.0", "", "S"]);
});
