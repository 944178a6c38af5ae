import { expect, test } from "vitest";
import { firstWords, lastWords } from "./context";

test("the words around a passage are cut between words", () => {
  expect(lastWords("one two three ", 9)).toBe("… three ");
  expect(firstWords(" one two three", 8)).toBe(" one …");
  expect(lastWords("short ", 9)).toBe("short ");
  expect(firstWords("wholeness", 4)).toBe("whol …");
});
