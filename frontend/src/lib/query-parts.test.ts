import { describe, expect, it } from "vitest";
import {
  behind,
  copied,
  edited,
  emptyContent,
  group,
  inQuery,
  moved,
  type Part,
  part,
  type ReadPart,
  shownParts,
  writtenQuery,
} from "./query-parts";

const read = (kind: string, more: Partial<ReadPart> = {}): ReadPart => ({
  kind,
  text: "",
  parts: [],
  name: null,
  below: true,
  mode: "phrase",
  subject: "",
  operator: "",
  values: [],
  distance: null,
  unit: "characters",
  ...more,
});
const code = (name: string) => read("code", { name, text: `code:${name}` });
const row = (name: string, not = false): Part => part({ kind: "code", name, below: true }, not);

describe("a query in rows", () => {
  it("is written as the language has it", () => {
    const root = shownParts(
      read("and", {
        parts: [
          read("related", {
            parts: [read("or", { parts: [code("A"), code("B c")] }), code("C")],
            operator: "near",
            distance: 2,
            unit: "blocks",
          }),
          read("not", { parts: [read("text", { name: 'a "b"' })] }),
          read("text", { name: "a/b", mode: "regex" }),
          read("code", { name: "D", below: false }),
          read("memo"),
          read("set", { name: "in" }),
          read("compare", { subject: "case", name: "role", operator: "in", values: ["a", "b,c"] }),
          read("compare", { subject: "weight", operator: ">", values: ["50"] }),
        ],
      }),
    );
    expect(writtenQuery(root)).toBe(
      '(code:A or code:"B c") near(2 blocks) code:C and not text:"a \\"b\\"" and text:/a\\/b/ ' +
        'and code:=D and memo:* and in set:"in" and case.role in (a, "b,c") and weight > 50',
    );
  });

  it("keeps as text what is too deep or doubly negated", () => {
    const deep = (depth: number): ReadPart =>
      depth === 0
        ? code("A")
        : read("or", { parts: [code("B"), deep(depth - 1)], text: `deep${depth}` });
    expect(writtenQuery(shownParts(deep(5)))).toBe("code:B or (code:B or (code:B or (deep2)))");
    const twice = read("not", {
      parts: [read("not", { parts: [code("A")] })],
      text: "not not code:A",
    });
    expect(shownParts(twice).parts[0]).toMatchObject({ kind: "raw", text: "not not code:A" });
  });

  it("leaves out what is not filled in", () => {
    const empty = part(emptyContent("text"));
    const root = group("or", [group("and", [empty, row("A")]), part(emptyContent("case"))]);
    expect(writtenQuery(root)).toBe("code:A");
    expect(writtenQuery(group("and", []))).toBe("");
  });

  it("holds groups together and no more", () => {
    const either = group("or", [row("A"), row("B")]);
    expect(writtenQuery(group("and", [either, row("C", true)]))).toBe(
      "(code:A or code:B) and not code:C",
    );
    expect(writtenQuery(group("and", [{ ...either, not: true }]))).toBe("not (code:A or code:B)");
    expect(writtenQuery(group("or", [group("and", [row("A"), row("B")]), row("C")]))).toBe(
      "code:A and code:B or code:C",
    );
  });
});

describe("a change of rows", () => {
  it("reaches every depth and leaves the others as they are", () => {
    const inner = row("B");
    const root = group("and", [row("A"), group("or", [inner, row("C")])]);
    const changed = edited(root, inner.id, (one) => ({ ...one, not: true }));
    expect(writtenQuery(changed)).toBe("code:A and (not code:B or code:C)");
    expect(writtenQuery(edited(root, inner.id, () => null))).toBe("code:A and code:C");
    expect(writtenQuery(behind(root, inner.id, copied(inner)))).toBe(
      "code:A and (code:B or code:B or code:C)",
    );
    expect(writtenQuery(moved(root, inner.id, 1))).toBe("code:A and (code:C or code:B)");
    expect(writtenQuery(moved(root, inner.id, -1))).toBe("code:A and (code:B or code:C)");
  });

  it("of a relation leaves the other side", () => {
    const right = row("B");
    const related = part({
      kind: "related",
      left: row("A"),
      relation: "overlaps",
      right,
      distance: 200,
      unit: "characters",
    });
    const root = group("and", [related]);
    expect(writtenQuery(root)).toBe("code:A overlaps code:B");
    expect(writtenQuery(edited(root, right.id, () => null))).toBe("code:A");
  });
});

it("writes names bare where they can be", () => {
  expect(
    ["Anonim", "Triple-A/Anonim", "akun baru", "not", "漢字", "/x", "a*"].map(inQuery),
  ).toEqual(["Anonim", "Triple-A/Anonim", '"akun baru"', '"not"', "漢字", '"/x"', '"a*"']);
});
