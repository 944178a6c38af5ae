import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { invalidate, staleKeys } from "./keys";

/** A client that holds some answers, and which of them are stale after a change. */
function after(change: (queries: QueryClient) => void): string[] {
  const queries = new QueryClient();
  const held = [
    ["codings", "s1"],
    ["codings", "s2"],
    ["text", "s1"],
    ["codes", "x"],
    ["cases", "x"],
  ];
  for (const key of held) queries.setQueryData(key, "known");
  change(queries);
  return held
    .filter((key) => queries.getQueryState(key)?.isInvalidated)
    .map((key) => key.join(" "));
}

test("a coding makes stale what counts or shows codings, and nothing else", () => {
  expect(after((queries) => invalidate(queries, ["coding"]))).toEqual([
    "codings s1",
    "codings s2",
    "codes x",
  ]);
});

test("only the texts and codings of the sources that were touched are fetched anew", () => {
  const stale = after((queries) => invalidate(queries, ["coding"], { sources: ["s2"] }));
  expect(stale).toEqual(["codings s2", "codes x"]);
});

test("what is on the page already is left out", () => {
  const stale = after((queries) => invalidate(queries, ["coding"], { except: ["codings"] }));
  expect(stale).toEqual(["codes x"]);
});

test("a kind that nobody knows makes everything stale", () => {
  expect(after((queries) => invalidate(queries, ["something new"]))).toHaveLength(5);
});

test("undo and the history are stale after any change", () => {
  expect(staleKeys([])).toContain("undo");
  expect(staleKeys(["memo"])).toContain("history");
});
