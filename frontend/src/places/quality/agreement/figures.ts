/** How coefficients are shown: with so many digits, and where on a line from 0 to 1. */

import type { CodeAgreement } from "../../../api/agreement";
import { currentLanguage } from "../../../lib/i18n";

interface Bounded {
  readonly low: number | null;
  readonly high: number | null;
  readonly least: number | null;
  readonly greatest: number | null;
}

/** A coefficient in the language of the workspace. */
export function figure(value: number, digits = 2): string {
  const told = new Intl.NumberFormat(currentLanguage(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
  return told.replace(/^-(?=[0.,]*$)/, "");
}

/** What is known of its uncertainty, and how: an interval, or the values without any one source. */
export function bounds({ low, high, least, greatest }: Bounded) {
  if (low !== null && high !== null) return { by: "interval", low, high } as const;
  if (least !== null && greatest !== null) {
    return { by: "without", low: least, high: greatest } as const;
  }
  return null;
}

/** The codes, those agreed on least first, those without a value last. */
export function ranked(codes: readonly CodeAgreement[]): CodeAgreement[] {
  const order = ({ value }: CodeAgreement) => value ?? Number.POSITIVE_INFINITY;
  return [...codes].sort((one, other) => order(one) - order(other) || 0);
}

/** A place on the line from 0 to 1 in percent; what lies below or above stands at its ends. */
export const onLine = (value: number) => 100 * Math.min(Math.max(value, 0), 1);
