/** Addresses behind `#`: `#/reduce/GUID?at=1-9` has the path `/reduce/GUID` and the search `at=1-9`. */

import { useSyncExternalStore } from "react";
import type { BaseLocationHook } from "wouter";

function subscribe(changed: () => void): () => void {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}

/** Splits what stands behind `#`. */
export function splitHash(hash: string): { path: string; search: string } {
  const [path = "", search = ""] = hash.replace(/^#?\/?/, "").split("?", 2);
  return { path: `/${path}`, search };
}

const pathNow = () => splitHash(location.hash).path;
const searchNow = () => splitHash(location.hash).search;

/** Goes to an address of the workspace; `replace` leaves no step back. */
export function goTo(address: string, { replace = false }: { replace?: boolean } = {}): void {
  const url = new URL(location.href);
  url.hash = address;
  if (url.href === location.href) return;
  if (!replace) {
    location.hash = address;
    return;
  }
  history.replaceState(history.state, "", url);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

export const useHash: BaseLocationHook = () => [useSyncExternalStore(subscribe, pathNow), goTo];
useHash.searchHook = () => useSyncExternalStore(subscribe, searchNow);
useHash.hrefs = (href: string) => `#${href}`;
