/** How far a text has been read. */

import { useUi } from "../../stores/ui";

/** The code point reading stopped at in a source. */
export function useUiPosition(source: string): number {
  return useUi((ui) => ui.positions[source] ?? 0);
}

/** A place in a text as whole percent of it. */
export function shareRead(position: number, length: number): number {
  if (length === 0) return 100;
  return Math.min(100, Math.max(0, Math.round((position / length) * 100)));
}
