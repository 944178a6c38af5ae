import { describe, expect, it } from "vitest";
import { balance, columnsOf, silentCases, standing, tally } from "./board";

describe("the board", () => {
  it("has every status, and loses no finding", () => {
    const findings = [{ status: "verified" }, { status: "hunch" }, { status: "from the future" }];
    const columns = columnsOf(findings);
    expect(columns.map((column) => column.status)).toEqual([
      "hunch",
      "proposition",
      "supported",
      "verified",
      "qualified",
      "rejected",
    ]);
    expect(columns.flatMap((column) => column.findings)).toHaveLength(3);
    expect(columns[0]?.findings).toHaveLength(2);
  });

  it("divides evidence into parts of a hundred", () => {
    expect(balance({ supports: 6, contradicts: 2 }).map((part) => part.share)).toEqual([75, 0, 25]);
    expect(balance({}).map((part) => part.share)).toEqual([0, 0, 0]);
  });
});

describe("checks", () => {
  const weak = { outcome: "weak" };

  it("stand as the analyst judged them", () => {
    expect(standing(weak)).toBe("weak");
    expect(standing({ outcome: "weak", judged: { verdict: "holds" } })).toBe("holds");
    expect(standing({ outcome: "unheard of" })).toBe("not applicable");
  });

  it("are counted worst first", () => {
    expect(tally([weak, { outcome: "holds" }, { outcome: "fails" }, weak])).toEqual([
      { outcome: "fails", count: 1 },
      { outcome: "weak", count: 2 },
      { outcome: "holds", count: 1 },
    ]);
  });
});

it("names the cases nobody was heard from", () => {
  const evidence = [{ segment: { case_name: "S" } }, { segment: null }];
  const silent = silentCases([{ name: "S" }, { name: "G" }], evidence);
  expect([...silent]).toEqual(["G"]);
});
