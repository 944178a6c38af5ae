import { expect, test } from "vitest";
import type { Network } from "../../../api/networks";
import { BOX_HEIGHT, BOX_WIDTH } from "./geometry";
import { boxAt, namesOf, outlineOf, shapesOf, strokesOf } from "./sketch";

const box = (guid: string, x: number, y: number, kind = "variable", label = guid) => ({
  guid,
  x,
  y,
  kind,
  label,
});
const arrow = (origin: string, target: string, sign = "", strength: number | null = null) => ({
  guid: `${origin}${target}`,
  origin,
  target,
  sign,
  strength,
});
const network = (nodes: object[], edges: object[] = []) => ({ nodes, edges }) as unknown as Network;

test("arrows of one look are one path, and each has its line and its head", () => {
  const drawn = strokesOf(
    network(
      [box("a", 0, 0), box("b", 500, 0), box("c", 500, 300)],
      [arrow("a", "b", "+"), arrow("b", "c", "+"), arrow("c", "a", "-", 3), arrow("a", "gone")],
    ),
    2,
  );
  expect(drawn.map(({ sign, strength }) => [sign, strength])).toEqual([
    ["+", 1],
    ["-", 3],
  ]);
  expect(drawn[0]?.lines.match(/M/g)).toHaveLength(2);
  expect(drawn[0]?.lines).toMatch(/^M92,0L405,0M/);
  expect(drawn[0]?.heads).toMatch(/^M405,0L393,6L393,-6Z/);
});

test("boxes are apart by what they are and by what is to be looked at", () => {
  const boxes = network([box("a", 0, 0), box("b", 9, 9, "state"), box("c", 1, 1)]);
  expect(shapesOf(boxes, new Set(["c"])).map(({ kind, flawed }) => [kind, flawed])).toEqual([
    ["variable", false],
    ["state", false],
    ["variable", true],
  ]);
  expect(outlineOf({ x: 0, y: 0, kind: "event" })).toBe("M-92,-32h184v64h-184v-64Z");
});

test("no name lies on another, and the box with most arrows has its name first", () => {
  const boxes = network(
    [box("one", 0, 0), box("two", 20, 4), box("three", 10, 2), box("far", 4000, 0)],
    [arrow("two", "three"), arrow("one", "three")],
  );
  expect(namesOf(boxes, 3).map(({ words }) => words)).toEqual(["three", "far"]);
  expect(namesOf(boxes, 0.01)).toHaveLength(4);
});

test("long names are cut between letters", () => {
  const [name] = namesOf(network([box("a", 0, 0, "variable", "𝒜".repeat(60))]), 1);
  expect(name?.words).toBe(`${"𝒜".repeat(27)}…`);
});

test("a point is in the box that was drawn last there, or in none", () => {
  const boxes = network([box("a", 0, 0), box("b", BOX_WIDTH - 10, 0)]);
  expect(boxAt(boxes, { x: BOX_WIDTH / 2 - 5, y: 3 })?.guid).toBe("b");
  expect(boxAt(boxes, { x: 0, y: BOX_HEIGHT / 2 })?.guid).toBe("a");
  expect(boxAt(boxes, { x: 0, y: BOX_HEIGHT })).toBeUndefined();
});
