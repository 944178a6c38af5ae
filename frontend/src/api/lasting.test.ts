import { MutationObserver, QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { lasting } from "./lasting";

/** A doing whose end is waited for, as a component holds it. */
function begun() {
  const observer = new MutationObserver<string, Error, string>(new QueryClient(), {
    mutationFn: async (word) => {
      await Promise.resolve();
      if (word === "no") throw new Error("refused");
      return word;
    },
  });
  const leave = observer.subscribe(() => {});
  return { leave, mutateAsync: (word: string) => observer.mutate(word) };
}

test("a refusal is told after the component has left", async () => {
  const doing = begun();
  const told = new Promise<string>((done) => {
    lasting(doing, "no", { onError: ({ message }) => done(message) });
  });
  doing.leave();
  expect(await told).toBe("refused");
});

test("each of two done one after the other is told", async () => {
  const doing = begun();
  const told: string[] = [];
  await new Promise<void>((done) => {
    lasting(doing, "one", { onSuccess: (word) => told.push(word) });
    lasting(doing, "two", {
      onSuccess: (word) => {
        told.push(word);
        done();
      },
    });
  });
  expect(told).toEqual(["one", "two"]);
});
