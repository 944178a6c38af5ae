import { describe, expect, it } from "vitest";
import { chosen, differs, filled, readPlace, writePlace } from "./settings";

const specs = [
  { name: "rows", type: "choice", default: "codes" },
  { name: "codes", type: "codes", default: [] },
  { name: "totals", type: "switch", default: true },
];

describe("settings of a display", () => {
  it("keep only what differs from the kind's own", () => {
    const given = { rows: "codes", codes: [], totals: false, filter: "", strange: 1 };
    expect(chosen(given, specs)).toEqual({ totals: false });
    expect(chosen({ filter: 'code:"A b"', codes: ["x"] }, specs)).toEqual({
      codes: ["x"],
      filter: 'code:"A b"',
    });
  });

  it("are filled from the kind's own", () => {
    expect(filled({ totals: false }, specs)).toEqual({ rows: "codes", codes: [], totals: false });
  });

  it("know when they left what was saved", () => {
    expect(differs({ rows: "codes" }, {}, specs)).toBe(false);
    expect(differs({ totals: false }, {}, specs)).toBe(true);
  });
});

describe("the address of a display", () => {
  it("carries everything that is shown", () => {
    const place = {
      settings: { filter: 'code:"Kode & #1" or x?', codes: ["a", "b"] },
      view: "chart" as const,
      saved: "0190",
      cell: ["code & 1", ""] as const,
    };
    expect(readPlace(writePlace(place))).toEqual(place);
    expect(writePlace({ settings: {}, view: null, saved: null, cell: null })).toBe("");
  });

  it("leaves out what is broken", () => {
    const plain = { settings: {}, view: null, saved: null, cell: null };
    expect(readPlace("settings=%7Bhalf&view=cake")).toEqual(plain);
    expect(readPlace("settings=[1]")).toEqual(plain);
  });
});
