import { expect, it } from "vitest";
import { lookup } from "./matrix";
import { cellsOf, type PackedCells, unpacked } from "./packed";

const base64 = (view: ArrayBufferView) =>
  btoa(String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)));

const packed: PackedCells = {
  places: base64(new Uint32Array([1, 5])),
  values: base64(new Float64Array([2.5, Number.NaN])),
  states: base64(new Uint8Array([1, 2])),
  words: ["", "value", "no data", "not applicable", "open", "value"],
  every: "",
  rows: ["code:A", "code:B"],
  columns: ["case = x", "case = y", "case = z"],
  filter: "coder:R",
  across: false,
};

it("gives each cell its place, its value or state, and its query", () => {
  const [first, second] = cellsOf(packed, 3);
  expect(first).toMatchObject({ row: 0, column: 1, value: 2.5, state: "value" });
  expect(first?.query).toBe("code:A and case = y and coder:R");
  expect(second).toMatchObject({ row: 1, column: 2, value: null, state: "no data" });
  expect(second?.query).toBe("");
});

it("puts the part of the column first where that says what counts", () => {
  const turned = { ...packed, across: true, every: "code:*", filter: "" };
  expect(cellsOf(turned, 3)[0]?.query).toBe("code:* and case = y and code:A");
});

it("keeps what finds a cell where its words stand in place of its figure", () => {
  const shape = {
    rows: [{ key: "a", label: "A", depth: 0 }],
    columns: [{ key: "x", label: "x", depth: 0 }],
    blank: { value: 0, state: "value" },
    row_totals: [],
    column_totals: [],
  };
  const only = {
    ...packed,
    places: base64(new Uint32Array([0])),
    states: base64(new Uint8Array([4])),
  };
  const cells = cellsOf(only, 1);
  const said = [{ row: 0, column: 0, texts: ["what was said"] }];
  expect(lookup({ ...shape, cells, said }).at(0, 0)).toMatchObject({
    value: "what was said",
    told: true,
    row: 0,
    column: 0,
  });
});

it("leaves alone what is not packed", () => {
  const shape = {
    rows: [],
    columns: [],
    cells: [],
    blank: { value: 0, state: "value" },
    row_totals: [],
    column_totals: [],
    packed: null,
  };
  expect(unpacked(shape)).toBe(shape);
});
