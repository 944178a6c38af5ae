import { expect, test } from "vitest";
import { newestFirst, withPosition } from "./ui";

test("codes used last come first, each once, nine at most", () => {
  expect(newestFirst(["b"], ["a", "b", "c"])).toEqual(["b", "a", "c"]);
  const many = Array.from({ length: 12 }, (_, at) => String(at));
  expect(newestFirst(["new"], many)).toHaveLength(9);
});

test("positions are kept of the latest texts only", () => {
  let positions: Record<string, number> = {};
  for (let at = 0; at < 600; at += 1) positions = withPosition(positions, `s${at}`, at);
  expect(Object.keys(positions)).toHaveLength(500);
  positions = withPosition(positions, "s300", 7);
  positions = withPosition(positions, "another", 8);
  expect(positions.s300).toBe(7);
  expect(positions.s100).toBeUndefined();
});
