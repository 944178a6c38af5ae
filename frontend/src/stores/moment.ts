/** The earlier moment of the study that this window looks at, if it does; a reload keeps it. */

import { create } from "zustand";

const KEY = "jejak-moment";

function remembered(): number | null {
  const kept = Number(sessionStorage.getItem(KEY));
  return Number.isSafeInteger(kept) && kept > 0 ? kept : null;
}

interface Moment {
  /** The last change of that moment; `null`: the study as it is now. */
  readonly seq: number | null;
}

export const useMoment = create<Moment>()(() => ({ seq: remembered() }));

/** Looks at the study as it stood right after a change; `null` leads back to now. */
export function lookAt(seq: number | null): void {
  if (seq === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, String(seq));
  useMoment.setState({ seq });
}
