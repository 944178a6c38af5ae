import { expect, test } from "vitest";
import { BOX_HEIGHT, BOX_WIDTH, ends, freeSpot } from "./geometry";

test("an arrow runs from the edge of one box to the edge of another", () => {
  const [start, end] = ends({ x: 0, y: 0 }, { x: 500, y: 0 }, false);
  expect(start).toEqual({ x: BOX_WIDTH / 2, y: 0 });
  expect(end.x).toBeCloseTo(500 - BOX_WIDTH / 2 - 3);
  const [down] = ends({ x: 0, y: 0 }, { x: 0, y: 300 }, false);
  expect(down.y).toBe(BOX_HEIGHT / 2);
});

test("two arrows both ways do not lie on each other", () => {
  const there = ends({ x: 0, y: 0 }, { x: 400, y: 0 }, true)[0];
  const back = ends({ x: 400, y: 0 }, { x: 0, y: 0 }, true)[1];
  expect(Math.sign(there.y)).toBe(-Math.sign(back.y));
});

test("boxes in one place give an arrow of no length, not of none", () => {
  const [start, end] = ends({ x: 3, y: 3 }, { x: 3, y: 3 }, false);
  expect([start, end]).toEqual([
    { x: 3, y: 3 },
    { x: 3, y: 3 },
  ]);
});

test("a new box stands on no other", () => {
  const taken = [
    { x: 0, y: 0 },
    { x: 0, y: 88 },
  ];
  const spot = freeSpot({ x: 0, y: 0 }, taken);
  expect(taken.some((one) => one.x === spot.x && Math.abs(one.y - spot.y) < BOX_HEIGHT)).toBe(
    false,
  );
});
