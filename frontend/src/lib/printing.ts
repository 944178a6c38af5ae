/** Whether the page is being printed: lists that draw only what is seen then draw everything. */

import { defaultRangeExtractor, type Range } from "@tanstack/react-virtual";
import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

/** So many lines are printed; more would keep the page from answering. */
const MOST = 5000;

let isPrinting = false;

function follow(tell: () => void): () => void {
  const turn = ({ type }: Event) => {
    isPrinting = type === "beforeprint";
    // The paper is laid out as soon as the event is over.
    flushSync(tell);
  };
  addEventListener("beforeprint", turn);
  addEventListener("afterprint", turn);
  return () => {
    removeEventListener("beforeprint", turn);
    removeEventListener("afterprint", turn);
  };
}

export function usePrinting(): boolean {
  return useSyncExternalStore(follow, () => isPrinting);
}

/** What of a list is drawn while it is printed: all of it. */
export function everyLine({ count }: Range): number[] {
  return Array.from({ length: Math.min(count, MOST) }, (_, at) => at);
}

/** Which lines of a list to draw: those in sight, or all on paper. */
export function useDrawnLines(): (range: Range) => number[] {
  return usePrinting() ? everyLine : defaultRangeExtractor;
}
