import { expect, test } from "vitest";
import { asPart } from "./Printed";

test("what is said of the whole page is said of the part", () => {
  expect(asPart(":root { --ink: #111; }\nhtml { color: var(--ink); }\nbody { margin: 0; }")).toBe(
    ":host { --ink: #111; }\n:host { color: var(--ink); }\n.body { margin: 0; }",
  );
  expect(asPart("@media print {\n  :root { --ink: #000; }\n}")).toContain("  :host {");
  expect(asPart(".tbody { margin: 0; } tbody { margin: 0; }")).not.toContain(".body");
});
