/** The codes that digits stand for: the pinned ones, then those used last. */

import { useUi } from "../../stores/ui";

const MOST = 9;

export function atHand(favourites: readonly string[], recent: readonly string[]): string[] {
  return [...new Set([...favourites, ...recent])].slice(0, MOST);
}

export function useAtHand(): readonly string[] {
  const favourites = useUi((ui) => ui.favourites);
  const recent = useUi((ui) => ui.recent);
  return atHand(favourites, recent);
}

/** The code of a digit, from 0. */
export function codeAtHand(at: number): string | undefined {
  const { favourites, recent } = useUi.getState();
  return atHand(favourites, recent)[at];
}
