import { type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";
import { useDrawnLines } from "../lib/printing";
import type { Place } from "./grid";

/** What is drawn of a line, and the place of the keyboard, which is drawn even when out of sight. */
function holding(at: number, count: number, drawn: (range: Range) => number[]) {
  return (range: Range) => {
    const shown = drawn(range);
    const missing = at >= 0 && at < count && !shown.includes(at);
    return missing ? [...shown, at].sort((a, b) => a - b) : shown;
  };
}

interface Sizes {
  row(line: number): number;
  column: number;
  /** What sticks to the edges and hides what scrolls beneath it. */
  edges: { top: number; bottom: number; left: number; right: number };
}

/** The rows and columns to draw of a grid of any size. */
export function useVirtualGrid(
  scroller: RefObject<HTMLDivElement | null>,
  count: { rows: number; columns: number },
  sizes: Sizes,
  active: Place,
) {
  const { edges } = sizes;
  const drawn = useDrawnLines();
  const rows = useVirtualizer({
    count: count.rows,
    getScrollElement: () => scroller.current,
    estimateSize: sizes.row,
    overscan: 6,
    useFlushSync: false,
    paddingStart: edges.top,
    paddingEnd: edges.bottom,
    scrollPaddingStart: edges.top,
    scrollPaddingEnd: edges.bottom,
    rangeExtractor: holding(active.row, count.rows, drawn),
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: count.columns,
    getScrollElement: () => scroller.current,
    estimateSize: () => sizes.column,
    overscan: 4,
    useFlushSync: false,
    paddingStart: edges.left,
    paddingEnd: edges.right,
    scrollPaddingStart: edges.left,
    scrollPaddingEnd: edges.right,
    rangeExtractor: holding(active.column, count.columns, drawn),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when the sizes change
  useLayoutEffect(() => {
    rows.measure();
    columns.measure();
  }, [sizes, count.rows, count.columns]);
  return { rows, columns };
}

/** The width there is, followed as it changes. */
export function useRoom(box: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(960);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) {
      return;
    }
    const watch = new ResizeObserver(() => setRoom(element.clientWidth));
    setRoom(element.clientWidth);
    watch.observe(element);
    return () => watch.disconnect();
  }, [box]);
  return room;
}
