import { expect, it } from "vitest";
import { COMMANDS } from "../../commands/keymap";
import { CIRCUMSTANCES, NAMES, nextSaid, saidOf } from "./circumstances";

it("goes around from not recorded to yes and no", () => {
  expect(saidOf({ observed: false }, "observed")).toBe("no");
  expect(saidOf({}, "observed")).toBe("none");
  expect((["none", "yes", "no"] as const).map(nextSaid)).toEqual(["yes", "no", "none"]);
});

it("has the keys 1 to 8 in the order of the circumstances", () => {
  const keys = NAMES.map((name) => COMMANDS.find(({ id }) => id === CIRCUMSTANCES[name])?.keys);
  expect(keys.flat()).toEqual(["1", "2", "3", "4", "5", "6", "7", "8"]);
});
