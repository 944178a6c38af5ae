/** What is asked of saturation, and how that stands in the address. */

import type { SaturationAsked } from "../../../api/saturation";

export const USUAL: SaturationAsked = {
  by: "source",
  order: "collected",
  base: 4,
  run: 2,
  threshold: 0.05,
};
const PAGE = "/quality/saturation";
const MOST = 1000;

/** The address of a question. */
export function saturationAddress(asked: SaturationAsked): string {
  const told = new URLSearchParams();
  for (const name of ["by", "order", "base", "run", "threshold"] as const) {
    if (asked[name] !== USUAL[name]) told.set(name, String(asked[name]));
  }
  return told.size > 0 ? `${PAGE}?${told}` : PAGE;
}

function whole(text: string | null, usual: number): number {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= MOST ? number : usual;
}

/** What an address asks; what it does not say, or says wrongly, is as usual. */
export function readAsked(search: string): SaturationAsked {
  const told = new URLSearchParams(search);
  const threshold = Number(told.get("threshold") ?? USUAL.threshold);
  return {
    by: told.get("by") === "case" ? "case" : "source",
    order: told.get("order") === "added" ? "added" : "collected",
    base: whole(told.get("base"), USUAL.base),
    run: whole(told.get("run"), USUAL.run),
    threshold: threshold >= 0 && threshold < 1 ? threshold : USUAL.threshold,
  };
}
