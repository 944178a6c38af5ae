/** Where one was in what is opened, for whoever comes back to the same address. */

import { type RefObject, useEffect } from "react";

interface Kept {
  readonly top: number;
  readonly left: number;
  /** The address of the link that was followed. */
  readonly link: string | null;
}

const MOST = 50;
const SETTLED = 120;
const kept = new Map<string, Kept>();

function keep(address: string, place: Kept): void {
  kept.delete(address);
  kept.set(address, place);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
}

/** Keeps how far a box was scrolled and which link in it was followed; restores both once. */
export function useKeptPlace(box: RefObject<HTMLElement | null>, name: string, ready: boolean) {
  useEffect(() => {
    const element = box.current;
    if (!element || !ready) return;
    const address = `${name} ${location.hash}`;
    const before = kept.get(address);
    if (before) {
      element.scrollTo({ top: before.top, left: before.left, behavior: "instant" });
      const link = before.link && element.querySelector<HTMLElement>(`a[href="${before.link}"]`);
      keep(address, { ...before, link: null });
      // After whatever takes the focus when a place is opened.
      if (link) setTimeout(() => link.focus({ preventScroll: true }), SETTLED);
    }
    const now = (link: string | null) =>
      keep(address, { top: element.scrollTop, left: element.scrollLeft, link });
    const scrolled = () => now(kept.get(address)?.link ?? null);
    const followed = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (link) now(link.getAttribute("href"));
    };
    element.addEventListener("scroll", scrolled, { passive: true });
    element.addEventListener("click", followed, { capture: true });
    return () => {
      element.removeEventListener("scroll", scrolled);
      element.removeEventListener("click", followed, { capture: true });
    };
  }, [box, name, ready]);
}
