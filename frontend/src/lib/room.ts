/** How much room the window has: panels stand beside the content, or are drawn over it. */

import { useSyncExternalStore } from "react";

export type Room = "wide" | "medium" | "narrow";

const WIDE = "(min-width: 1240px)";
const MEDIUM = "(min-width: 880px)";

function subscribe(changed: () => void): () => void {
  const queries = [matchMedia(WIDE), matchMedia(MEDIUM)];
  for (const query of queries) query.addEventListener("change", changed);
  return () => {
    for (const query of queries) query.removeEventListener("change", changed);
  };
}

function now(): Room {
  if (matchMedia(WIDE).matches) return "wide";
  return matchMedia(MEDIUM).matches ? "medium" : "narrow";
}

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, now);
}
