import { expect, test } from "vitest";
import type { Attribute, CaseColumns } from "../../api/case-table";
import { areaOf, columnsOf, copied, linesOf, moved } from "./cases-grid";
import { looksLikeHead, planPaste } from "./cases-paste";

const attribute = (guid: string, name: string, type = "text"): Attribute => ({
  guid,
  revision: 1,
  name,
  of: "case",
  type,
  description: "",
  options: [],
});
const ATTRIBUTES = [attribute("a1", "Age", "number"), attribute("a2", "Town")];
const CASES: CaseColumns = {
  version: 1,
  guid: ["g1", "g2", "g3"],
  revision: [1, 1, 1],
  name: ["Gita", "Dewa", "Sari"],
  kind: ["person", "person", "group"],
  description: ["", "", ""],
  sources: [["s1"], [], []],
  speakers: [["G"], [], []],
  consent: ["given", "none", "none"],
  values: { a1: ["9", "31", null], a2: ["Lembayung", null, "Senja"] },
};
const GRID = columnsOf(ATTRIBUTES, (kind) => kind);
const VIEW = { text: "", sort: "", group: "", consent: "" };
const NONE = "not known";
const names = (view: Partial<typeof VIEW>) =>
  linesOf(CASES, GRID, { ...VIEW, ...view }, NONE).map((line) =>
    line.kind === "case" ? CASES.name[line.at] : line.kind === "group" ? `# ${line.label}` : "+",
  );
const target = (line: number, column: number) => ({
  columns: CASES,
  grid: GRID,
  lines: linesOf(CASES, GRID, VIEW, NONE),
  at: { line, column },
  newName: (n: number) => `Case ${n}`,
});

test("numbers are sorted as numbers, and what is not known stands last both ways", () => {
  expect(names({ sort: "a1" })).toEqual(["Gita", "Dewa", "Sari", "+"]);
  expect(names({ sort: "-a1" })).toEqual(["Dewa", "Gita", "Sari", "+"]);
});

test("lines are filtered by any cell and grouped by a column", () => {
  expect(names({ text: "senja" })).toEqual(["Sari", "+"]);
  expect(names({ consent: "none" })).toEqual(["Dewa", "Sari", "+"]);
  expect(names({ group: "a2" })).toEqual([
    "# Lembayung",
    "Gita",
    "# Senja",
    "Sari",
    "# not known",
    "Dewa",
    "+",
  ]);
});

test("the keyboard passes by the heads of groups and stays in the grid", () => {
  const lines = linesOf(CASES, GRID, { ...VIEW, group: "a2" }, NONE);
  const step = (line: number, by: number) =>
    moved({ line, column: 0 }, { line: by, column: 0 }, lines, GRID.length).line;
  expect(step(1, 1)).toBe(3);
  expect(step(3, -1)).toBe(1);
  expect(step(1, -1)).toBe(1);
  expect(step(6, 99)).toBe(6);
});

test("a rectangle is copied as it is kept, with its heads where all is copied", () => {
  const lines = linesOf(CASES, GRID, VIEW, NONE);
  const area = areaOf({ anchor: { line: 1, column: 3 }, active: { line: 0, column: 2 } });
  expect(copied(CASES, GRID, lines, area, false)).toEqual([
    ["9", "Lembayung"],
    ["31", ""],
  ]);
  expect(copied(CASES, GRID, lines, area, true)[0]).toEqual(["Age", "Town"]);
});

test("a block lies on the cases from where it is pasted; rows below the last are new cases", () => {
  const plan = planPaste([["41"], ["42"], ["43"]], target(1, 2));
  expect(plan.rows.map(({ guid, name, values }) => [guid, name, values])).toEqual([
    ["g2", null, { Age: "41" }],
    ["g3", null, { Age: "42" }],
    [null, "Case 4", { Age: "43" }],
  ]);
  expect([plan.made, plan.hasHead]).toEqual([1, false]);
});

test("a first row of names says which column is which; unknown ones are new", () => {
  const cells = [
    ["Nama", "town", "Job"],
    ["Gita", "Senja", "seller"],
    ["Bayu", "", "buyer"],
  ];
  const plan = planPaste(cells, target(0, 0));
  expect(plan).toMatchObject({ hasHead: true, made: 1, added: ["Job"], ignored: 0 });
  expect(plan.rows[0]).toMatchObject({ name: "Gita", values: { Town: "Senja", Job: "seller" } });
  expect(planPaste(cells, target(0, 0), false).hasHead).toBe(false);
});

test("values are no heads", () => {
  expect(looksLikeHead(["Gita", "31"], GRID)).toBe(false);
  expect(looksLikeHead(["Age", "Town"], GRID)).toBe(true);
});

test("cells that lie outside, or where nothing may be written, are told as such", () => {
  const last = GRID.length - 1;
  expect(planPaste([["a", "b"]], target(0, last)).ignored).toBe(2);
});
