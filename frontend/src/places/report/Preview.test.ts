import { expect, it } from "vitest";
import { themed } from "./Preview";

it("shows the page in the workspace's theme, not the system's", () => {
  const page = "<style>@media (prefers-color-scheme: dark) { p { color: #fff } }</style>";
  expect(themed(page, "dark")).toContain("@media screen {");
  expect(themed(page, "light")).toContain("@media (max-width: 0) {");
  expect(themed("<p>plain</p>", "dark")).toBe("<p>plain</p>");
});
