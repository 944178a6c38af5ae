/** The places of the workspace: each is fetched when it is first opened. */

import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { IconName } from "../components/icon-paths";
import type { PlaceName } from "./place-names";

export type { PlaceName } from "./place-names";

export interface Place {
  readonly name: PlaceName;
  readonly icon: IconName;
  /** The four of the method first, then the rest; the report is reached from Conclude. */
  readonly rail: "method" | "rest" | null;
  readonly page: LazyExoticComponent<ComponentType>;
}

export const PLACES: readonly Place[] = [
  {
    name: "collect",
    icon: "collect",
    rail: "method",
    page: lazy(() => import("../places/collect")),
  },
  { name: "reduce", icon: "reduce", rail: "method", page: lazy(() => import("../places/reduce")) },
  {
    name: "display",
    icon: "display",
    rail: "method",
    page: lazy(() => import("../places/display")),
  },
  {
    name: "conclude",
    icon: "conclude",
    rail: "method",
    page: lazy(() => import("../places/conclude")),
  },
  { name: "report", icon: "report", rail: null, page: lazy(() => import("../places/report")) },
  { name: "memos", icon: "memo", rail: "rest", page: lazy(() => import("../places/memos")) },
  { name: "history", icon: "history", rail: "rest", page: lazy(() => import("../places/history")) },
  {
    name: "settings",
    icon: "settings",
    rail: "rest",
    page: lazy(() => import("../places/settings")),
  },
];

/** The place an address is in; Conclude is lit while its report is open. */
export function placeOf(path: string): PlaceName {
  const name = path.split("/")[1];
  return PLACES.find((place) => place.name === name)?.name ?? "collect";
}
