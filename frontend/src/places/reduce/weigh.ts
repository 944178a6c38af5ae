/** A weight typed after the name of a code, as in `Access 70`. */

import type { Code } from "../../api/types";
import { named } from "./match";

const WEIGHED = /^(.*\S)\s+(\d{1,3})\s*%?$/su;

/** What is typed as a name and a weight from 0 to 100; a code that is called just so goes first. */
export function readWeight(
  text: string,
  codes: readonly Code[],
): { name: string; weight: number | null } {
  const whole = text.trim();
  const found = WEIGHED.exec(whole);
  const weight = Number(found?.[2]);
  if (!found?.[1] || weight > 100 || named(codes, whole)) return { name: whole, weight: null };
  return { name: found[1], weight };
}

/** A number that was typed as a weight: whole, 0 to 100; `null` for nothing, `undefined` for none. */
export function weightOf(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const weight = Number(text);
  if (Number.isNaN(weight)) return undefined;
  return Math.min(100, Math.max(0, Math.round(weight)));
}
