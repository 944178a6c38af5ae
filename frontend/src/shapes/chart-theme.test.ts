import { describe, expect, it } from "vitest";
import { configOf, grammarOf, lookOf, rendererFor } from "./chart-theme";

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
    expect(config).toMatchObject({ mark: { color: "teal" } });
  });

  it("has the words of Vega for what is written in Vega", () => {
    const look = { ...lookOf(document.body), text: "red", line: "blue" };
    const schema = "https://vega.github.io/schema/vega/v6.json";
    expect(grammarOf({ $schema: schema })).toBe("vega");
    expect(grammarOf({ $schema: schema.replace("vega/v6", "vega-lite/v6") })).toBe("vega-lite");
    expect(grammarOf({})).toBe("vega-lite");
    const styles = { ink: { fill: "red" }, faint: { stroke: "blue" } };
    expect(configOf(look, "vega")).toMatchObject({ text: { fill: "red" }, style: styles });
  });

  it("is one picture only when there are very many marks", () => {
    const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ at }));
    expect(rendererFor({ data: { values: rows(10) } })).toBe("svg");
    expect(rendererFor({ datasets: { a: rows(4000) } })).toBe("canvas");
    expect(rendererFor({ data: [{ values: rows(10) }, { values: rows(4000) }] })).toBe("canvas");
    expect(rendererFor({})).toBe("svg");
  });
});
