import { describe, expect, it } from "vitest";
import {
  arranged,
  asTsv,
  groupsOf,
  HEAT_STEPS,
  heat,
  linesOf,
  lookup,
  type MatrixShape,
  nameOf,
  nextSorting,
  TOTALS,
  writer,
} from "./matrix";

const heading = (label: string, group: string | null = null) => ({
  key: label,
  label,
  depth: 0,
  group,
});
const shape: MatrixShape = {
  rows: [heading("Access", "Triple-A"), heading("Cost", "Triple-A"), heading("Post", "Chain")],
  columns: [heading("S"), heading("G\tone"), heading("DS")],
  cells: [
    { row: 0, column: 0, value: 4, state: "value", query: "code:Access", note: "few\nwords" },
    { row: 1, column: 0, value: 9, state: "value", query: "code:Cost" },
    { row: 1, column: 2, value: null, state: "no data", query: "" },
    { row: 2, column: 2, value: 1, state: "value", query: "code:Post" },
  ],
  blank: { value: 0, state: "value" },
  row_totals: [4, 9, 1],
  column_totals: [13, 0, 1],
};
const cells = lookup(shape);

describe("cells by place", () => {
  it("gives what is there, and the blank where nothing is", () => {
    expect(cells.at(0, 0).query).toBe("code:Access");
    expect(cells.at(2, 1)).toEqual({ value: 0, state: "value", query: "", note: null });
    expect(cells.greatest).toBe(9);
  });

  it("shades nothing at nought and words, and most at the greatest", () => {
    expect(heat(0, 9)).toBe(0);
    expect(heat("low", 9)).toBe(0);
    expect(heat(9, 9)).toBe(HEAT_STEPS);
    expect(heat(-9, 9)).toBe(HEAT_STEPS);
    expect(heat(0.01, 9)).toBe(1);
  });
});

describe("order", () => {
  it("is the study's own until a line is chosen", () => {
    expect(arranged(shape, cells, null)).toEqual({ rows: [0, 1, 2], columns: [0, 1, 2] });
  });

  it("puts rows in order by a column, and what has no value last both ways", () => {
    const by = (descending: boolean) =>
      arranged(shape, cells, { axis: "column", index: 2, descending }).rows;
    expect(by(true)).toEqual([2, 0, 1]);
    expect(by(false)).toEqual([0, 2, 1]);
  });

  it("puts columns in order by a row, and either by totals", () => {
    expect(arranged(shape, cells, { axis: "row", index: 1, descending: false }).columns).toEqual([
      1, 0, 2,
    ]);
    const totals = { index: TOTALS, descending: true };
    expect(arranged(shape, cells, { axis: "column", ...totals }).rows).toEqual([1, 0, 2]);
    expect(arranged(shape, cells, { axis: "row", ...totals }).columns).toEqual([0, 2, 1]);
  });

  it("turns round when asked again, then returns to the study's own", () => {
    const first = nextSorting(null, "column", 1);
    const second = nextSorting(first, "column", 1);
    expect(first?.descending).toBe(true);
    expect(second?.descending).toBe(false);
    expect(nextSorting(second, "column", 1)).toBeNull();
    expect(nextSorting(second, "row", 1)).toEqual({ axis: "row", index: 1, descending: true });
  });
});

describe("groups", () => {
  it("are runs of neighbours", () => {
    expect(groupsOf(shape.rows, [0, 1, 2])).toEqual([
      { label: "Triple-A", start: 0, count: 2 },
      { label: "Chain", start: 2, count: 1 },
    ]);
    expect(groupsOf(shape.columns, [0, 1, 2])).toEqual([]);
  });

  it("stand above their first row while the rows are in the study's order", () => {
    const kinds = (grouped: boolean) =>
      linesOf(shape.rows, [0, 1, 2], grouped).map((line) => line.kind);
    expect(kinds(true)).toEqual(["group", "row", "row", "group", "row"]);
    expect(kinds(false)).toEqual(["row", "row", "row"]);
  });
});

it("copies as a spreadsheet takes it, states in words", () => {
  const words = { state: (state: string) => `(${state})`, rowTotal: "All", columnTotal: "Sum" };
  expect(asTsv(shape, cells, arranged(shape, cells, null), words).split("\n")).toEqual([
    "\tS\tG one\tDS\tAll",
    "Triple-A · Access\t4\t0\t0\t4",
    "Triple-A · Cost\t9\t0\t(no data)\t9",
    "Chain · Post\t0\t0\t1\t1",
    "Sum\t13\t0\t1\t",
  ]);
});

it("never copies a name as a formula", () => {
  const one = { ...shape, rows: [heading("=2+2")], cells: [], row_totals: [], column_totals: [] };
  const order = { rows: [0], columns: [] };
  expect(asTsv(one, lookup(one), order, { state: String, rowTotal: "", columnTotal: "" })).toBe(
    "\n'=2+2",
  );
});

it("writes numbers as their display means them", () => {
  const write = (form: string) => writer(form, "en", { yes: "yes", no: "no" });
  expect([write("count")(1200), write("share")(0.256), write("decimal")(0.5)]).toEqual([
    "1,200",
    "25.6%",
    "0.50",
  ]);
  expect([write("signed")(0.5), write("signed")(-0.5)]).toEqual(["+0.50", "-0.50"]);
  expect([write("mixed")(1200), write("mixed")(2.5)]).toEqual(["1,200", "2.50"]);
  expect([write("chance")(0.0456), write("chance")(0.0004)]).toEqual(["0.046", "<0.001"]);
  expect(lookup({ ...shape, number: "mixed" }).greatest).toBe(0);
  expect(lookup({ ...shape, number: "chance" }).greatest).toBe(0);
  expect([write("presence")(1), write("presence")(0)]).toEqual(["yes", "no"]);
  expect(writer("decimal", "id", { yes: "", no: "" })(0.5)).toBe("0,50");
});

it("names a row by its whole name", () => {
  expect(nameOf({ ...heading("Akses"), path: "Triple-A / Akses" })).toBe("Triple-A / Akses");
  expect(nameOf(heading("Akses"))).toBe("Akses");
  expect(nameOf(undefined)).toBe("");
});

it("shows the words of what was to be written instead of the sign for it", () => {
  const open = { row: 0, column: 0, value: null, state: "open", query: "", note: null };
  const told = { ...shape, cells: [open], said: [{ row: 0, column: 0, texts: ["May", "late"] }] };
  expect(lookup(told).at(0, 0)).toMatchObject({ state: "value", value: "May · late", told: true });
  expect(lookup({ ...told, said: [] }).at(0, 0).state).toBe("open");
});
