import { beforeEach, expect, test } from "vitest";
import { stepBack, useDesk } from "./desk";

const picked = { start: 1, end: 4, quote: "abc" };

beforeEach(() => {
  useDesk.setState(useDesk.getInitialState(), true);
});

test("Esc goes back one thing at a time, the innermost first", () => {
  useDesk.setState({
    point: { codings: ["a"], x: 0, y: 0 },
    picked,
    opened: "code",
    onlyCode: "x",
  });
  const left = () => {
    const { point, picked: passage, opened, onlyCode } = useDesk.getState();
    return [point, passage, opened, onlyCode].filter((one) => one !== null).length;
  };
  expect(left()).toBe(4);
  for (const rest of [3, 2, 1, 0]) {
    expect(stepBack()).toBe(true);
    expect(left()).toBe(rest);
  }
  expect(stepBack()).toBe(false);
});
