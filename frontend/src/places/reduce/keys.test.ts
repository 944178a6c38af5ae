import { expect, test } from "vitest";
import { COMMANDS, commandOf, WRITTEN } from "./keys";

const none = { ctrlKey: false, metaKey: false, altKey: false };

test("every command has a key that is shown", () => {
  for (const command of COMMANDS) expect(WRITTEN[command]).not.toBe("");
});

test("a shift turns undo into redo", () => {
  expect(commandOf({ key: "z", ...none })?.command).toBe("undo");
  expect(commandOf({ key: "Z", ...none })?.command).toBe("redo");
});

test("a digit is one of the recent codes", () => {
  expect(commandOf({ key: "3", ...none })).toEqual({ command: "recent", index: 2 });
  expect(commandOf({ key: "0", ...none })).toBeNull();
});

test("keys with Ctrl belong to the browser or the shell", () => {
  expect(commandOf({ key: "c", ...none, ctrlKey: true })).toBeNull();
  expect(commandOf({ key: "r", ...none, metaKey: true })).toBeNull();
});
