import { expect, test } from "vitest";
import type { ImportedFile } from "../../api/types";
import { grouped, type Line, looked, NO_CORRECTION, portions } from "./importing";

function line(id: number, correction = NO_CORRECTION): Line {
  const file = new File(["a"], `${id}.txt`);
  return { id, file, seen: null, correction, isTaken: true, state: "ready" };
}

test("portions keep the order, and none is too large unless one file alone is", () => {
  const sizes = [10, 23_999_990, 1, 30_000_000, ...Array.from({ length: 41 }, () => 1)];
  const made = portions(sizes, (size) => size);
  expect(made.flat()).toEqual(sizes);
  expect(made.map(({ length }) => length)).toEqual([2, 1, 1, 40, 1]);
  expect(portions([], () => 1)).toEqual([]);
});

test("files about which the same is said go together", () => {
  const survey = { ...NO_CORRECTION, kind: "survey" };
  const groups = grouped([line(1), line(2, survey), line(3), line(4, { ...survey, case: "G" })]);
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([[1, 3], [2], [4]]);
});

test("a file that is there already or cannot be read is not taken", () => {
  const seen = { ok: true, duplicate_of: null } as ImportedFile;
  expect(looked(line(1), seen)).toMatchObject({ isTaken: true, state: "ready" });
  expect(looked(line(1), { ...seen, duplicate_of: "S-01" })).toMatchObject({ isTaken: false });
  expect(looked(line(1), { ...seen, ok: false })).toMatchObject({
    isTaken: false,
    state: "failed",
  });
});
