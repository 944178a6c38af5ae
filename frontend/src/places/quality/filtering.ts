/** Which items of a checklist are shown. */

import type { Checklist, Domain, ItemState } from "../../api/checklists";

/** All, what is not wholly on record, or those of one state. */
export type Shown = "all" | "missing" | ItemState;
export const SHOWN: readonly Shown[] = [
  "all",
  "missing",
  "on record",
  "partly",
  "not on record",
  "not applicable",
];

const isShown = (state: ItemState, shown: Shown) =>
  shown === "all" ||
  shown === state ||
  (shown === "missing" && (state === "partly" || state === "not on record"));

/** The domains with the items that are shown and hold the words looked for; empty ones are left out. */
export function shownOf({ domains }: Checklist, shown: Shown, text: string): Domain[] {
  const words = text.trim().toLocaleLowerCase();
  return domains
    .map((domain) => ({
      ...domain,
      items: domain.items.filter(({ number, topic, asks, state }) => {
        const told = `${number} ${topic} ${asks}`.toLocaleLowerCase();
        return isShown(state, shown) && told.includes(words);
      }),
    }))
    .filter(({ items }) => items.length > 0);
}
