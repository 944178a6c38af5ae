/** Coming to another place: its heading gets the focus and is read out, the page its title. */

import { useEffect, useRef } from "react";

const PATIENCE = 3000;

/** The heading of the place, as soon as it is there. */
function whenThere(then: (heading: HTMLElement) => void): () => void {
  const look = () => document.querySelector<HTMLElement>("#main h1");
  const there = look();
  if (there) {
    then(there);
    return () => undefined;
  }
  const main = document.getElementById("main");
  const watch = new MutationObserver(() => {
    const heading = look();
    if (!heading) return;
    stop();
    then(heading);
  });
  const timer = setTimeout(() => watch.disconnect(), PATIENCE);
  const stop = () => {
    watch.disconnect();
    clearTimeout(timer);
  };
  if (main) watch.observe(main, { childList: true, subtree: true });
  return stop;
}

/** Gives the focus to the heading of a place whenever it is another than before. */
export function useArrival(place: string): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    const from = document.activeElement;
    return whenThere((heading) => {
      const moved = document.activeElement;
      // Whoever has gone on meanwhile, or was taken somewhere by the place itself, is left there.
      if (moved !== from && moved !== document.body) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    });
  }, [place]);
}
