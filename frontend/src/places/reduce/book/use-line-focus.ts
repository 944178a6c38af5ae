/** The focus of the page follows that of the tree at once, before the next key can be pressed. */

import type { FeatureImplementation, TreeInstance } from "@headless-tree/core";
import { type RefObject, useLayoutEffect, useMemo, useReducer, useRef } from "react";
import type { Code } from "../../../api/types";
import { type Lines, ROOT } from "../tree";

interface Following {
  /** Stands in for the tree's own way, which waits and may come after the next key. */
  readonly feature: FeatureImplementation<Code>;
  readonly isWanted: RefObject<boolean>;
}

export function useLineFocus(): Following {
  const isWanted = useRef(false);
  const [, draw] = useReducer((times: number) => times + 1, 0);
  const feature = useMemo(
    () => ({
      key: "line-focus",
      treeInstance: {
        updateDomFocus: () => {
          isWanted.current = true;
          draw();
        },
      },
    }),
    [],
  );
  return { feature, isWanted };
}

/** The code that has the focus, or the next above it that is shown. */
function shownAt(tree: TreeInstance<Code>, lines: Lines): string | undefined {
  let at: string | null | undefined = tree.getState().focusedItem;
  while (at && at !== ROOT && !lines.at.has(at))
    at = tree.getItemInstance(at)?.getItemData().parent;
  return at && lines.at.has(at) ? at : lines.rows[0]?.code.guid;
}

/** Moves the page's focus as soon as the lines are drawn. */
export function useFollowedFocus(
  { isWanted }: Following,
  tree: TreeInstance<Code>,
  lines: Lines,
  scrollTo: (at: number) => void,
): void {
  useLayoutEffect(() => {
    const guid = isWanted.current ? shownAt(tree, lines) : undefined;
    const line = guid && tree.getItemInstance(guid).getElement();
    if (!line) return;
    isWanted.current = false;
    scrollTo(lines.at.get(guid) ?? 0);
    line.focus({ preventScroll: true });
  });
}
