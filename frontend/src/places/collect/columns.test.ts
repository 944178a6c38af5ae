import { expect, test } from "vitest";
import { type Column, fitting, LEAST_NAME, TICK } from "./columns";

const column = (id: string): Column => ({
  id,
  label: id,
  width: 100,
  isNumber: false,
  isGroup: false,
  edit: null,
});
const ALL = ["collected", "kind", "status", "attribute:umur"].map(column);

test("the less important columns give way, and the order stays", () => {
  const fitIn = (room: number) => fitting(ALL, () => 100, room).map(({ id }) => id);
  expect(fitIn(LEAST_NAME + TICK + 400)).toEqual(["collected", "kind", "status", "attribute:umur"]);
  expect(fitIn(LEAST_NAME + TICK + 399)).toEqual(["collected", "kind", "status"]);
  expect(fitIn(LEAST_NAME + TICK + 250)).toEqual(["kind", "status"]);
  expect(fitIn(300)).toEqual([]);
});
