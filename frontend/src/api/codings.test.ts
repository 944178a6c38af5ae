import { expect, test } from "vitest";
import { NO_CODINGS } from "../lib/columns";
import { afterOwn } from "./codings";
import type { Codings } from "./types";

const at = (revision: number) =>
  ({ codings: { ...NO_CODINGS, coding: ["a"], revision: [revision] } }) as { codings: Codings };

test("one's own changes of a coding follow each other, each over the one before", async () => {
  const bases: (number | undefined)[] = [];
  let answerFirst: (made: { codings: Codings }) => void = () => undefined;
  const first = afterOwn("a", 5, (base) => {
    bases.push(base);
    return new Promise<{ codings: Codings }>((done) => {
      answerFirst = done;
    });
  });
  const next = (made: number) => (base: number | undefined) => {
    bases.push(base);
    return Promise.resolve(at(made));
  };
  const second = afterOwn("a", 5, next(8));
  const third = afterOwn("a", 5, next(9));
  expect(bases).toEqual([5]);
  answerFirst(at(7));
  await Promise.all([first, second, third]);
  expect(bases).toEqual([5, 7, 8]);
  await afterOwn("a", 6, next(10));
  expect(bases.at(-1)).toBe(6);
});
