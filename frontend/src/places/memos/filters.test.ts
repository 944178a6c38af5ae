import { expect, test } from "vitest";
import type { Memo } from "../../api/types";
import { excerptOf, grouped, isFiltering, NO_FILTERS, queryOf } from "./filters";

test("filters are asked for as the server takes them", () => {
  expect(queryOf(NO_FILTERS)).toEqual({ sort: "-changed" });
  expect(isFiltering(NO_FILTERS)).toBe(false);
  const some = {
    ...NO_FILTERS,
    text: " murah ",
    aboutKind: "code",
    since: "2026-11-01",
    until: "2026-11-01",
  } as const;
  expect(isFiltering(some)).toBe(true);
  const { since, until, ...others } = queryOf(some);
  expect(others).toEqual({ sort: "-changed", text: "murah", about_kind: "code" });
  expect(Date.parse(until ?? "") - Date.parse(since ?? "")).toBe(86_400_000);
  expect(queryOf({ ...NO_FILTERS, since: "2026" })).toEqual({ sort: "-changed" });
});

test("memos stand under the headings they come with", () => {
  const memos = ["b", "a", "b"].map((kind, at) => ({ kind, guid: String(at) }) as Memo);
  const groups = grouped(memos, ({ kind }) => kind);
  expect(groups.map(({ name, memos: those }) => [name, those.length])).toEqual([
    ["b", 2],
    ["a", 1],
  ]);
});

test("an excerpt is words alone", () => {
  expect(excerptOf("# Judul\n\n> - [x] [Anonim](jejak:code/1), `murah`")).toBe("Anonim, murah");
  expect([...excerptOf("😀".repeat(200))]).toHaveLength(140);
});
