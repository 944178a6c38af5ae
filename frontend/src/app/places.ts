/** The places of the workspace: each is fetched when it is first opened. */

import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { IconName } from "../components/icon-paths";
import type { PlaceName } from "./place-names";

export type { PlaceName } from "./place-names";

export interface Place {
  readonly name: PlaceName;
  readonly icon: IconName;
  /**
   * The four of the method first, then the rest; the report is reached from Conclude, retrieval from
   * Reduce and the palette.
   */
  readonly rail: "method" | "rest" | null;
  readonly page: LazyExoticComponent<ComponentType>;
  /** Fetches the page before it is opened. */
  readonly fetch: () => Promise<unknown>;
}

interface Page {
  readonly default: ComponentType;
}

/** What is there already, told without the moment that a promise takes. */
function there(page: Page): Promise<Page> {
  // biome-ignore lint/suspicious/noThenProperty: React asks for a promise
  return { then: (tell: (page: Page) => void) => tell(page) } as unknown as Promise<Page>;
}

function place(
  name: PlaceName,
  icon: IconName,
  rail: Place["rail"],
  load: () => Promise<Page>,
): Place {
  let fetched: Page | undefined;
  const fetch = async () => {
    fetched ??= await load();
  };
  // React shows something else while it waits, and that then for at least 300 ms.
  const page = lazy(() => (fetched ? there(fetched) : load()));
  return { name, icon, rail, page, fetch };
}

export const PLACES: readonly Place[] = [
  place("collect", "collect", "method", () => import("../places/collect")),
  place("reduce", "reduce", "method", () => import("../places/reduce")),
  place("display", "display", "method", () => import("../places/display")),
  place("conclude", "conclude", "method", () => import("../places/conclude")),
  place("report", "report", null, () => import("../places/report")),
  place("quality", "list", null, () => import("../places/quality")),
  place("audit", "shield", null, () => import("../places/audit")),
  place("retrieval", "search", null, () => import("../places/retrieval")),
  place("concordance", "search", null, () => import("../places/concordance")),
  place("memos", "memo", "rest", () => import("../places/memos")),
  place("history", "history", "rest", () => import("../places/history")),
  place("settings", "settings", "rest", () => import("../places/settings")),
];

/** The place an address is in; Conclude is lit while its report is open. */
export function placeOf(path: string): PlaceName {
  const name = path.split("/")[1];
  return PLACES.find((place) => place.name === name)?.name ?? "collect";
}

/** Fetches the page of the place an address is in; one that cannot be had is told where it is shown. */
export function fetchPlace(path: string): void {
  const here = placeOf(path);
  PLACES.find(({ name }) => name === here)
    ?.fetch()
    .catch(() => undefined);
}
