/** Functions that stay the same while what they do changes. */

import { useRef, useState } from "react";

type Doings = Record<string, (...given: never[]) => unknown>;

/**
 * The same functions for as long as a component lives, each doing what it would do now: whatever is
 * given them need not be drawn anew with the component.
 */
export function useSteady<T extends Doings>(now: T): T {
  const latest = useRef(now);
  latest.current = now;
  const [steady] = useState(() => {
    const names = Object.keys(now);
    return Object.fromEntries(
      names.map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)]),
    ) as T;
  });
  return steady;
}
