import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type By, useSegmentsAt } from "../../api/segments";
import { Icon } from "../../components/Icon";
import { type CodeNames, Quote } from "../../shapes/Quote";
import { type Heading, layout } from "./layout";

interface Props {
  query: string;
  by: By;
  groups: readonly Heading[];
  folded: ReadonlySet<number>;
  codes: CodeNames;
  onFold: (group: number) => void;
}

const HEADING = 40;
const SEGMENT = 120;

/** Headings with their counts and the segments beneath them; only what is in view is drawn and fetched. */
export function Results({ query, by, groups, folded, codes, onFold }: Props) {
  const { t, i18n } = useTranslation("query");
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => layout(groups, folded), [groups, folded]);
  const rows = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (lines.at(at).kind === "heading" ? HEADING : SEGMENT),
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines have other heights
  useEffect(() => {
    rows.measure();
  }, [lines]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: something else was asked
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
  }, [query, by]);
  const shown = rows.getVirtualItems().map((row) => ({ row, line: lines.at(row.index) }));
  const places = shown.flatMap(({ line }) => (line.kind === "segment" ? line.place : []));
  const found = useSegmentsAt(query, by, places);
  const n = new Intl.NumberFormat(i18n.language);
  return (
    <section ref={scroller} className="retrieval-found" aria-label={t("page.results")}>
      <div style={{ height: rows.getTotalSize(), position: "relative" }}>
        {shown.map(({ row, line }) => {
          const group = groups[line.group];
          const segment = line.kind === "segment" ? found.get(line.place) : undefined;
          const isFolded = folded.has(line.group);
          return (
            <div
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              className="retrieval-line"
              style={{ translate: `0 ${row.start}px` }}
            >
              {line.kind === "heading" && (
                <h2>
                  <button
                    type="button"
                    className="retrieval-heading"
                    aria-expanded={!isFolded}
                    onClick={() => onFold(line.group)}
                  >
                    <Icon name={isFolded ? "right" : "down"} size={14} />
                    <span className="clip" dir="auto">
                      {group?.name ?? t(`page.none.${by}`)}
                    </span>
                    <span className="muted number">{n.format(group?.count ?? 0)}</span>
                  </button>
                </h2>
              )}
              {line.kind === "segment" &&
                (segment ? (
                  <Quote segment={segment} codes={codes} />
                ) : (
                  <div className="retrieval-awaited" />
                ))}
            </div>
          );
        })}
      </div>
    </section>
  );
}
