import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useRoute } from "wouter";
import { useSeen } from "../../api/seen";
import { codeQuery, useSegments } from "../../api/segments";
import type { Code, Segment } from "../../api/types";
import { EmptyState, Loading } from "../../components/Bits";
import { useDesk } from "./desk";

/** The address of a place in a source. */
export function placeAddress(place: Pick<Segment, "source" | "start" | "end">): string {
  return `/reduce/${place.source}?at=${place.start}-${place.end}`;
}

function Line({ segment, isHere }: { segment: Segment; isHere: boolean }) {
  const { t } = useTranslation("reduce");
  return (
    <Link
      href={placeAddress(segment)}
      className={`segment${isHere ? " here" : ""}`}
      onClick={() => {
        useDesk.setState({ picked: null });
        // The address may be the one that is open already.
        if (isHere) void useDesk.getState().reader?.goTo(segment, { flash: true });
      }}
    >
      <span className="segment-text" dir="auto">
        <span className="muted">{segment.before.slice(-48)}</span>
        <mark>{segment.text}</mark>
        <span className="muted">{segment.after.slice(0, 48)}</span>
      </span>
      <span className="segment-foot">
        <strong>{segment.source_name}</strong>
        {segment.case_name && <span>{segment.case_name}</span>}
        <span>{t("segments.by", { names: segment.coders.join(", ") })}</span>
      </span>
    </Link>
  );
}

/** The segments of a code, in context, each a click from its place. */
export function SegmentsPanel({ code }: { code: Code }) {
  const { t } = useTranslation("reduce");
  const scroller = useRef<HTMLDivElement>(null);
  const [, params] = useRoute("/reduce/:source");
  const seen = useSeen();
  const found = useSegments(codeQuery(code.path), { seen });
  const segments = found.data?.pages.flatMap((page) => page.segments) ?? [];
  const total = found.data?.pages[0]?.total ?? 0;
  const rows = useVirtualizer({
    count: segments.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 104,
    overscan: 6,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  useEffect(() => {
    if (last >= segments.length - 5 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, segments.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <section className="code-segments" aria-label={t("segments.title", { name: code.name })}>
      {(code.short || code.definition) && (
        <p className="segments-about">{code.short || code.definition}</p>
      )}
      <p className="segments-count muted" role="status">
        {found.isPending ? " " : t("segments.count", { count: total })}
      </p>
      {found.isPending && <Loading />}
      {!found.isPending && total === 0 && (
        <EmptyState icon="code" title={t("segments.empty")}>
          {t("segments.emptyHint")}
        </EmptyState>
      )}
      <div ref={scroller} className="segments-scroll">
        <div style={{ height: rows.getTotalSize(), position: "relative" }}>
          {shown.map((row) => {
            const segment = segments[row.index];
            return (
              segment && (
                <div
                  key={row.key}
                  ref={rows.measureElement}
                  data-index={row.index}
                  className="segments-line"
                  style={{ translate: `0 ${row.start}px` }}
                >
                  <Line segment={segment} isHere={segment.source === params?.source} />
                </div>
              )
            );
          })}
        </div>
      </div>
    </section>
  );
}
