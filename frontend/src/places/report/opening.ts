/** Ways from the preview of a report back into the workspace; the exported file has none of them. */

import { answer, client } from "../../api/client";
import { codersOf, type Seen } from "../../api/seen";
import { goTo } from "../../app/hash";

interface Known {
  readonly study: string;
  readonly findings: readonly { guid: string; label: string }[];
  readonly seen: Seen;
  /** What the way is called. */
  readonly word: string;
}

const GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const CODE = new RegExp(`^code-(${GUID})$`);
const EVIDENCE = new RegExp(`^evidence-(${GUID})$`);

/** The finding whose section this is the name of. */
export function findingOf(anchor: string, findings: Known["findings"]): string | null {
  const name = /^finding-(.+)$/.exec(anchor)?.[1];
  return findings.find(({ guid, label }) => label === name || guid === name)?.guid ?? null;
}

/** The place in its source of a piece of evidence of a finding. */
async function placeOf({ study, seen }: Known, finding: string, evidence: string): Promise<string> {
  const all = await answer(
    client.GET("/api/studies/{study}/findings/{guid}/evidence", {
      params: { path: { study, guid: finding }, query: codersOf(seen) },
    }),
  );
  const segment = all.find((one) => one.guid === evidence)?.segment;
  if (!segment) return `/conclude/${finding}`;
  return `/reduce/${segment.source}?at=${segment.start}-${segment.end}`;
}

/** Where the thing with this name is opened; `null` for a part of the report's own. */
function wayTo(element: Element, known: Known): (() => Promise<string>) | null {
  const { findings } = known;
  const code = CODE.exec(element.id)?.[1];
  if (code) return async () => `/reduce?code=${code}`;
  const own = findingOf(element.id, findings);
  if (own) return async () => `/conclude/${own}`;
  const evidence = EVIDENCE.exec(element.id)?.[1];
  const section = element.parentElement?.closest('[id^="finding-"].labelled');
  const finding = section ? findingOf(section.id, findings) : null;
  return evidence && finding ? () => placeOf(known, finding, evidence) : null;
}

/** Puts a link beside every finding, quotation and code that leads to it in the workspace. */
export function addWays(page: Document, known: Known): void {
  for (const element of page.querySelectorAll("[id]")) {
    const way = wayTo(element, known);
    const head = element.querySelector("summary, h2, h3, h4, th, td") ?? element;
    if (!way || head.querySelector(":scope > .way")) continue;
    const link = page.createElement("a");
    link.className = "way";
    link.href = "#";
    link.textContent = known.word;
    link.style.cssText = "margin-inline-start:.6em;font:500 12px system-ui;white-space:nowrap";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      event.stopPropagation();
      void way().then((address) => goTo(address));
    });
    head.append(link);
  }
}
