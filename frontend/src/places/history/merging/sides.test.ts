import { expect, test } from "vitest";
import type { Clash } from "../../../api/merges";
import { deedOf, piecesOf } from "./sides";

const clash = (more: Partial<Clash>): Clash => ({
  key: "k",
  kind: "memo",
  guid: "g",
  name: "Awal",
  what: "field",
  field: "body",
  ours: "kata Rina",
  theirs: "kata Bayu",
  base: "kata pertama",
  known: true,
  used: 0,
  ours_by: "Rina",
  ours_at: null,
  theirs_by: "Bayu",
  theirs_at: null,
  choices: ["ours", "theirs", "both"],
  choice: "",
  ...more,
});

test("what a side alone has is marked", () => {
  expect(piecesOf(clash({}), "theirs")).toEqual([
    { what: "same", text: "kata " },
    { what: "in", text: "Bayu" },
  ]);
  const apart = clash({ ours: "saya yakin sekali", theirs: "saya ragu saja" });
  expect(piecesOf(apart, "ours")).toEqual([
    { what: "same", text: "saya " },
    { what: "in", text: "yakin sekali" },
  ]);
  expect(piecesOf(clash({ ours: null }), "ours")).toEqual([]);
  expect(piecesOf(clash({ ours: 3, theirs: 40 }), "ours")).toEqual([{ what: "in", text: "3" }]);
});

test("of a long text the middle of what nobody changed is left out, and never half of a character", () => {
  const long = "😀".repeat(1_000);
  const [first] = piecesOf(clash({ theirs: `${long} a`, ours: `${long} b` }), "ours");
  expect([...(first?.text ?? "")]).toHaveLength(122);
  expect(first?.text.startsWith("… 😀")).toBe(true);
  const words = "hari ini ".repeat(100);
  const apart = piecesOf(clash({ theirs: `${words}a`, ours: `${words}b` }), "ours");
  expect(apart[0]?.text).toMatch(/^… (hari|ini) /);
  const same = piecesOf(clash({ theirs: long, ours: long }), "ours");
  expect(same).toEqual([{ what: "same", text: long }]);
});

test("who took something away did not keep it", () => {
  expect(deedOf(clash({ what: "removed here" }), "ours")).toBe("removed");
  expect(deedOf(clash({ what: "removed there" }), "ours")).toBe("kept");
});
