/** Where in the workspace something is that an item of a checklist speaks of. */

import type { Place } from "../../api/checklists";
import { addressOf } from "../../app/address";

/** Pages that are named without a thing. */
export const PAGES = {
  sources: "/collect",
  cases: "/collect/cases",
  references: "/collect/literature",
  codebook: "/reduce",
  findings: "/conclude",
  criteria: "/quality/criteria",
  forms: "/memos/forms",
  history: "/history",
  report: "/report",
  settings: "/settings",
} as const;
export type Page = keyof typeof PAGES;

const isPage = (kind: string): kind is Page => kind in PAGES;

/** The page a place is, where it is one. */
export const pageOf = ({ kind, guid }: Place): Page | undefined =>
  guid === "" && isPage(kind) ? kind : undefined;

/** The address of a place. */
export function addressOfPlace(place: Place): string {
  const page = pageOf(place);
  return page ? PAGES[page] : addressOf(place.kind, place.guid);
}
