import { expect, test } from "vitest";
import { answering, grouped, type Line } from "./palette-lines";

const line = (id: string, group: string, label: string, points = 0): Line => ({
  id,
  group,
  label,
  where: "",
  points,
});

test("what answers best comes first with its group; what was chosen lately before its equals", () => {
  const lines = [
    line("code/1", "code", "Access", 30),
    line("source/1", "source", "Accession", 30),
    line("source/2", "source", "Access", 40),
    line("code/2", "code", "Accident", 30),
  ];
  expect(grouped(lines, []).map(([group, of]) => [group, of.map(({ id }) => id)])).toEqual([
    ["source", ["source/2", "source/1"]],
    ["code", ["code/1", "code/2"]],
  ]);
  expect(grouped(lines, ["code/2"])[1]?.[1].map(({ id }) => id)).toEqual(["code/2", "code/1"]);
});

test("titles answer with a letter wrong; without letters all do", () => {
  const lines = [line("do/a", "do", "Undo"), line("do/b", "do", "Go to History")];
  expect(answering(lines, "hiztory").map(({ id }) => id)).toEqual(["do/b"]);
  expect(answering(lines, " ")).toEqual(lines);
});
