import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import { useRoute } from "wouter";
import type { Segment } from "../../api/types";
import { SegmentLine } from "./SegmentLine";

interface Props {
  segments: readonly Segment[];
  /** The end is near: more are wanted. */
  onMore: () => void;
  chosen?: ReadonlySet<string>;
  onChoose?: (segment: Segment, isRange: boolean) => void;
  /** What stands above a segment that begins another group. */
  heading?: (segment: Segment, before: Segment | undefined) => ReactNode;
}

/** How a segment is told from all others. */
export function keyOf({ source, start, end }: Pick<Segment, "source" | "start" | "end">): string {
  return `${source} ${start} ${end}`;
}

/** Segments in context, only those in view drawn. */
export function SegmentList({ segments, onMore, chosen, onChoose, heading }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, params] = useRoute("/reduce/:source");
  const rows = useVirtualizer({
    count: segments.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 104,
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for when the end comes near
  useEffect(() => {
    if (segments.length > 0 && last >= segments.length - 5) onMore();
  }, [last, segments.length]);
  return (
    <div ref={scroller} className="segments-scroll">
      <div style={{ height: rows.getTotalSize(), position: "relative" }}>
        {shown.map((row) => {
          const segment = segments[row.index];
          if (!segment) return null;
          return (
            <div
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              className="segments-line"
              style={{ translate: `0 ${row.start}px` }}
            >
              {heading?.(segment, segments[row.index - 1])}
              <SegmentLine
                segment={segment}
                isHere={segment.source === params?.source}
                isChosen={chosen?.has(keyOf(segment)) ?? false}
                {...(onChoose && { onChoose })}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
