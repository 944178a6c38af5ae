/** Whether there is room for tables at all: on a telephone they are cards. */

import { useSyncExternalStore } from "react";

const SMALL = "(max-width: 640px)";

function subscribe(changed: () => void): () => void {
  const query = matchMedia(SMALL);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

export const useSmall = () => useSyncExternalStore(subscribe, () => matchMedia(SMALL).matches);
