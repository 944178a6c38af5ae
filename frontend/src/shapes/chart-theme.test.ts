import { describe, expect, it } from "vitest";
import { configOf, lookOf, rendererFor } from "./chart-theme";

describe("a chart looks like its page", () => {
  it("takes the page's colours and letters", () => {
    const page = document.createElement("div");
    page.style.fontFamily = "serif";
    document.body.append(page);
    const look = lookOf(page);
    expect(look.font).toBe("serif");
    expect(page.childElementCount).toBe(0);
    const config = configOf({ ...look, text: "red", accent: "teal" });
    expect(config.axis.labelColor).toBe("red");
    expect(config.mark.color).toBe("teal");
  });

  it("is one picture only when there are very many marks", () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ at }));
    expect(rendererFor({ data: { values: rows(10) } })).toBe("svg");
    expect(rendererFor({ datasets: { a: rows(4000) } })).toBe("canvas");
    expect(rendererFor({})).toBe("svg");
  });
});
