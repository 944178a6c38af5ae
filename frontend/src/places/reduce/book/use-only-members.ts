import { useMemo } from "react";
import { useSets } from "../../../api/sets";
import { useShelf } from "./shelf";

/** The codes of the set that is shown alone; `null` when all are shown. */
export function useOnlyMembers(): ReadonlySet<string> | null {
  const onlySet = useShelf((shelf) => shelf.onlySet);
  const groups = useSets("code");
  const group = groups.find(({ guid }) => guid === onlySet);
  return useMemo(() => (group ? new Set(group.members) : null), [group]);
}
