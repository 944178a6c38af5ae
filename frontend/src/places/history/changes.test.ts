import { describe, expect, it } from "vitest";
import { alike, doing, fieldsChanged, nameOf, plainly } from "./changes";

describe("what a change did to a thing", () => {
  it("is said by the fields that differ", () => {
    const before = { guid: "1", name: "Akses", colour: null, tags: ["a"] };
    const after = { guid: "1", name: "Akses", colour: "#fff", tags: ["a", "b"] };
    expect(fieldsChanged(before, after)).toEqual([
      { field: "colour", before: null, after: "#fff" },
      { field: "tags", before: "a", after: "a, b" },
    ]);
    expect(fieldsChanged(null, { guid: "1", name: "Akses", memo: "" })).toEqual([
      { field: "name", before: null, after: "Akses" },
    ]);
  });

  it("is adding, changing or removing", () => {
    expect([doing(null, {}), doing({}, {}), doing({}, null)]).toEqual([
      "added",
      "changed",
      "removed",
    ]);
  });

  it("names the thing where it has a name", () => {
    expect(nameOf({ name: "old" }, { name: "new" })).toBe("new");
    expect(nameOf({ title: "T" }, null)).toBe("T");
    expect(nameOf({ text: "x".repeat(200) }, null)).toHaveLength(90);
    expect(nameOf({ start: 4 }, null)).toBeNull();
  });
});

it("writes any value plainly", () => {
  expect(plainly({ a: [1, true], b: null })).toBe("a: 1, true; b: ");
});

it("gathers things of one kind to which the same was done", () => {
  const groups = alike([
    { kind: "memo", before: null, after: {} },
    { kind: "link", before: null, after: {} },
    { kind: "memo", before: null, after: {} },
    { kind: "memo", before: {}, after: null },
  ]);
  expect(groups.map(({ kind, did, entities }) => [kind, did, entities.length])).toEqual([
    ["memo", "added", 2],
    ["link", "added", 1],
    ["memo", "removed", 1],
  ]);
});
