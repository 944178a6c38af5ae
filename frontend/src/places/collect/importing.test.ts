import { describe, expect, test } from "vitest";
import type { Staged } from "../../api/types";
import { counted, type Entry, stateOf, withTold } from "./importing";

const entry = (number: number): Entry => ({
  number,
  name: `${number}.txt`,
  size: 9,
  file: new File(["x"], `${number}.txt`),
  told: null,
  trouble: null,
});
const staged = (number: number, state: Staged["state"], taken = true) =>
  ({ number, state, taken, file: { file: `${number}.txt` } }) as Staged;

describe("what the server tells of files", () => {
  test("goes to the file of that number, and takes its trouble away", () => {
    const [first, second] = withTold(
      [{ ...entry(0), trouble: "away" }, entry(1)],
      [staged(0, "ready")],
    );
    expect([first?.told?.state, first?.trouble, second?.told]).toEqual(["ready", null, null]);
  });
  test("of files that another page gave becomes entries without a file of the browser's", () => {
    const found = withTold([entry(0)], [staged(4, "failed")]);
    expect(found.map(({ number, file }) => [number, file !== null])).toEqual([
      [0, true],
      [4, false],
    ]);
  });
});

test("files are counted by what became of them", () => {
  const entries = [
    entry(0),
    { ...entry(1), trouble: "gone" },
    { ...entry(2), told: staged(2, "ready") },
    { ...entry(3), told: staged(3, "ready", false) },
    { ...entry(4), told: staged(4, "reading") },
    { ...entry(5), told: staged(5, "written") },
    { ...entry(6), told: staged(6, "failed") },
  ];
  expect(entries.map(stateOf)).toEqual([
    "waiting",
    "failed",
    "ready",
    "left",
    "writing",
    "written",
    "failed",
  ]);
  expect(counted(entries)).toEqual({
    waiting: 1,
    ready: 1,
    left: 1,
    failed: 2,
    writing: 1,
    written: 1,
  });
});
