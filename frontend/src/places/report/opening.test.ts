import { expect, it } from "vitest";
import { ALL_SEEN } from "../../api/seen";
import { addWays, findingOf } from "./opening";

const GUID = "01a20ed7-1155-7d57-a0d9-20f6bcce8025";
const findings = [{ guid: GUID, label: "F1" }];

it("a finding is known by its label, or by its GUID where the label is not simple", () => {
  expect(findingOf("finding-F1", findings)).toBe(GUID);
  expect(findingOf(`finding-${GUID}`, findings)).toBe(GUID);
  expect(findingOf("finding-F1-supports", findings)).toBeNull();
  expect(findingOf("findings", findings)).toBeNull();
});

it("ways stand beside findings, quotations and codes, once each", () => {
  document.body.innerHTML = `<section id="findings"><h1>Findings</h1>
    <section id="finding-F1" class="labelled"><h2>Says</h2>
      <section id="finding-F1-supports"><h3>For</h3>
        <details id="evidence-${GUID}"><summary>words</summary></details></section></section>
    <section id="code-${GUID}"><h3>Code</h3></section></section>`;
  const known = { study: "s", findings, seen: ALL_SEEN, word: "Open" };
  addWays(document, known);
  addWays(document, known);
  const ways = [...document.querySelectorAll(".way")].map((way) => way.parentElement?.tagName);
  expect(ways).toEqual(["H2", "SUMMARY", "H3"]);
});
