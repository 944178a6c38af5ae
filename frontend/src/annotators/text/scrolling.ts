/** Coming to a place whose surroundings have only estimated heights. */

import type { GoOptions } from "./api";
import type { Page } from "./page";

/** Frames in which a jump may still be put right while the text around it is laid out. */
const FRAMES = 6;
const STILL = 1.5;

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

type Align = NonNullable<GoOptions["align"]>;

/** How far the host has to scroll so that a box stands as asked. */
export function distance(box: DOMRect, view: DOMRect, align: Align): number {
  const spare = 24;
  if (align === "start" || (align === "center" && box.height > view.height - 2 * spare)) {
    return box.top - view.top - spare;
  }
  if (align === "center") return box.top + box.height / 2 - (view.top + view.height / 2);
  if (box.top < view.top + spare) return box.top - view.top - spare;
  if (box.bottom > view.bottom - spare) {
    return Math.min(box.bottom - view.bottom + spare, box.top - view.top - spare);
  }
  return 0;
}

/** Scrolls until the stretch stands where it should; `current` false gives up. */
export async function bring(
  host: HTMLElement,
  page: Page,
  { start, end, align }: { start: number; end: number; align: Align },
  current: () => boolean,
): Promise<void> {
  for (let frame = 0, still = 0; frame < FRAMES && still < 2; frame += 1) {
    const range = page.measure(start, end);
    if (!range) return;
    const by = distance(range.getBoundingClientRect(), host.getBoundingClientRect(), align);
    const before = host.scrollTop;
    if (Math.abs(by) > STILL) host.scrollTop += by;
    still = Math.abs(by) <= STILL || host.scrollTop === before ? still + 1 : 0;
    await nextFrame();
    if (!current()) return;
  }
}
