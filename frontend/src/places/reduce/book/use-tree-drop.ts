/** Follows what is dragged over the tree: where it would go, opening and scrolling on the way. */

import { type DragEvent, type RefObject, useEffect, useRef, useState } from "react";
import { draggedNow, dropped } from "../../../lib/drag";
import { ROOT, type Row, type Tree } from "../tree";
import { type Drop, dropAt } from "../tree-drop";

const OPEN_AFTER = 600;
const NEAR_EDGE = 28;
const SCROLL = 12;
const INSET = 6;

interface Dropping {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: () => readonly Row[];
  readonly tree: Tree;
  readonly line: number;
  readonly indent: number;
  readonly isOrdered: boolean;
  /** A folded code is hovered for a while. */
  readonly onOpen: (guid: string) => void;
  readonly onDrop: (drop: Drop, dragged: NonNullable<ReturnType<typeof draggedNow>>) => void;
}

const same = (one: Drop | null, other: Drop | null) =>
  JSON.stringify(one) === JSON.stringify(other);

export function useTreeDrop(dropping: Dropping) {
  const [drop, setDrop] = useState<Drop | null>(null);
  const opening = useRef<{ guid: string; timer: number } | null>(null);
  const { scroller, line, indent } = dropping;
  const stopOpening = () => {
    if (opening.current) clearTimeout(opening.current.timer);
    opening.current = null;
  };
  const clear = () => {
    stopOpening();
    setDrop(null);
  };
  // A drag that ends anywhere, or by Esc, leaves nothing behind.
  useEffect(() => {
    addEventListener("dragend", clear);
    return () => removeEventListener("dragend", clear);
  });
  const pointedBy = (event: DragEvent): Drop | null => {
    const dragged = draggedNow();
    const tree = scroller.current?.querySelector("[role=tree]");
    if (!dragged || !tree) return null;
    const box = tree.getBoundingClientRect();
    const pointed = {
      y: Math.max(0, (event.clientY - box.top) / line),
      x: (event.clientX - box.left - INSET) / indent,
      ctrl: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      isOrdered: dropping.isOrdered,
    };
    return dropAt(dropping.rows(), dragged, pointed, dropping.tree, ROOT);
  };
  const openLater = (now: Drop | null) => {
    const guid = now?.kind === "inside" ? now.code.guid : null;
    if (guid === (opening.current?.guid ?? null)) return;
    stopOpening();
    if (guid) {
      const timer = window.setTimeout(() => dropping.onOpen(guid), OPEN_AFTER);
      opening.current = { guid, timer };
    }
  };
  const scrollNear = (event: DragEvent) => {
    const box = scroller.current?.getBoundingClientRect();
    if (!box) return;
    if (event.clientY < box.top + NEAR_EDGE) scroller.current?.scrollBy(0, -SCROLL);
    if (event.clientY > box.bottom - NEAR_EDGE) scroller.current?.scrollBy(0, SCROLL);
  };
  return {
    drop,
    props: {
      onDragOver: (event: DragEvent) => {
        scrollNear(event);
        const now = pointedBy(event);
        openLater(now);
        if (!same(now, drop)) setDrop(now);
        if (!now) return;
        event.preventDefault();
        const copies = now.kind === "merge" || now.kind === "add" || now.kind === "code";
        event.dataTransfer.dropEffect = copies ? "copy" : "move";
      },
      onDragLeave: (event: DragEvent) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && scroller.current?.contains(to))) clear();
      },
      onDrop: (event: DragEvent) => {
        const dragged = dropped(event);
        const now = pointedBy(event);
        clear();
        if (!now || !dragged) return;
        event.preventDefault();
        dropping.onDrop(now, dragged);
      },
    },
  };
}
