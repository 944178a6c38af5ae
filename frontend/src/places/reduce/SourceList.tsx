import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { sourcesQuery } from "../../api/sources";
import { useStudyId } from "../../api/study";
import type { Source } from "../../api/types";
import { IconButton } from "../../components/Button";
import { SearchField } from "../../components/Field";
import { Icon } from "../../components/Icon";

const PAGE = 200;
const LINE = 44;

function useList(text: string) {
  const study = useStudyId();
  return useInfiniteQuery({
    queryKey: ["sources", study, "list", text],
    queryFn: ({ pageParam: offset }) =>
      sourcesQuery(study, { offset, limit: PAGE, sort: "name", text }).queryFn(),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const fetched = pages.reduce((sum, page) => sum + page.sources.length, 0);
      return fetched < total ? fetched : undefined;
    },
    placeholderData: (before) => before,
  });
}

const MARKS = {
  "to read": { icon: "minus", label: "status.to read" },
  "in progress": { icon: "edit", label: "status.in progress" },
  coded: { icon: "check", label: "status.coded" },
} as const;

function Line({ source, isOpen }: { source: Source; isOpen: boolean }) {
  const { t } = useTranslation("reduce");
  const mark = MARKS[source.status as keyof typeof MARKS] ?? MARKS["to read"];
  return (
    <Link
      href={`/reduce/${source.guid}`}
      className={`source-line${isOpen ? " open" : ""}`}
      aria-current={isOpen ? "page" : undefined}
      title={source.name}
    >
      <span className={`source-mark ${source.status.replace(" ", "-")}`}>
        <Icon name={mark.icon} size={11} />
        <span className="sr-only">{t(mark.label)}</span>
      </span>
      <span className="source-name clip">{source.name}</span>
      <small className="clip">{t(`kinds.${source.kind as "interview"}`)}</small>
      <span className="source-count number" title={t("sources.codings", { count: source.codings })}>
        {source.codings || ""}
      </span>
    </Link>
  );
}

interface Props {
  open: string | null;
  onClose?: (() => void) | undefined;
}

/** The sources to choose from, with what has been read and coded. */
export function SourceList({ open, onClose }: Props) {
  const { t } = useTranslation(["reduce", "shell"]);
  const [text, setText] = useState("");
  const scroller = useRef<HTMLDivElement>(null);
  const list = useList(useDeferredValue(text));
  const sources = list.data?.pages.flatMap((page) => page.sources) ?? [];
  const total = list.data?.pages[0]?.total ?? 0;
  const rows = useVirtualizer({
    count: sources.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 10,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (last >= sources.length - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, sources.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <nav className="source-list" aria-label={t("sources.title")}>
      <header className="panel-head">
        <h2>{t("sources.title")}</h2>
        <span className="muted number">{total || ""}</span>
        <span className="push" />
        {onClose && <IconButton icon="close" label={t("shell:close")} onPress={onClose} />}
      </header>
      <div className="panel-search">
        <SearchField label={t("sources.filter")} value={text} onChange={setText} />
      </div>
      {list.data && total === 0 && (
        <p className="panel-none muted">{text ? t("sources.none") : t("sources.empty")}</p>
      )}
      <div ref={scroller} className="source-scroll">
        <div style={{ height: rows.getTotalSize(), position: "relative" }}>
          {shown.map((row) => {
            const source = sources[row.index];
            return (
              source && (
                <div key={source.guid} className="source-row" style={{ top: row.start }}>
                  <Line source={source} isOpen={source.guid === open} />
                </div>
              )
            );
          })}
        </div>
      </div>
    </nav>
  );
}
