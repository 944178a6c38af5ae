/** The keys that weigh: they act on the segment or piece of evidence that has the focus. */

import { useCommands } from "../../commands/registry";
import type { Stance } from "./board";

/** Marks what can be weighed by a key; its value tells which. */
export const WEIGHED = "data-weighed";

/** Everything that can be weighed on the page, in its order. */
const all = () => [...document.querySelectorAll<HTMLElement>(`[${WEIGHED}]`)];

/** What the keyboard is at; `null` elsewhere. */
const current = () => document.activeElement?.closest<HTMLElement>(`[${WEIGHED}]`) ?? null;

/** The identifier of what the keyboard is at. */
export const weighedNow = () => current()?.getAttribute(WEIGHED) ?? null;

function focus(element: HTMLElement | undefined): boolean {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "nearest" });
  return element !== undefined;
}

/** Goes to the next or previous of those not weighed yet, from wherever the keyboard is. */
function step(by: 1 | -1): boolean {
  const offers = all().filter((one) => one.dataset.offer !== undefined);
  const now = current();
  const at = now ? offers.indexOf(now) : -1;
  if (at < 0) return focus(offers[0]);
  return focus(offers[Math.min(Math.max(at + by, 0), offers.length - 1)]);
}

/** Leaves what was weighed for the next of its kind. */
export function leave(): void {
  const now = current();
  const offers = all().filter((one) => one.dataset.offer !== undefined);
  const at = now ? offers.indexOf(now) : -1;
  if (at >= 0)
    focus(
      offers[at + 1] ?? offers[at - 1] ?? document.getElementById("unweighed-title") ?? undefined,
    );
}

/** Weighs what has the focus; `skip` is only for what is not weighed yet. */
export function useWeighingKeys(weigh: (what: string, stance: Stance) => boolean): void {
  const as = (stance: Stance) => () => {
    const what = weighedNow();
    return what ? weigh(what, stance) : false;
  };
  useCommands({
    "conclude.next": () => step(1),
    "conclude.previous": () => step(-1),
    "conclude.skip": () => current()?.dataset.offer !== undefined && step(1),
    "conclude.supports": as("supports"),
    "conclude.qualifies": as("qualifies"),
    "conclude.contradicts": as("contradicts"),
  });
}
