import { useInfiniteQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useRounds } from "../../api/rounds";
import { type Seen, useSeen } from "../../api/seen";
import { type SourcesWanted, sourcesQuery } from "../../api/sources";
import { useStudy, useStudyId } from "../../api/study";
import type { Source, SourceStatus } from "../../api/types";
import { IconButton } from "../../components/Button";
import { SearchField } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { Menu } from "../../components/Menu";
import { startDrag } from "../../lib/drag";
import { toggled } from "../../stores/ui";
import { shareRead, useUiPosition } from "./progress";
import { keepOrder } from "./source-order";
import "./source-list.css";

const PAGE = 200;
const LINE = 44;
const HEAD = 30;
const STATUSES: readonly SourceStatus[] = ["to read", "in progress", "coded"];
const GROUPS = ["none", "kind", "status", "case"] as const;
type Group = (typeof GROUPS)[number];

interface Wanted {
  readonly text: string;
  readonly status: readonly SourceStatus[];
  readonly group: Group;
  /** Only what a round gives me to read. */
  readonly mine: boolean;
}

const ALL: Wanted = { text: "", status: [], group: "none", mine: false };

function useList({ text, status, group, mine }: Wanted, seen: Seen) {
  const study = useStudyId();
  const asked: SourcesWanted = {
    sort: "name",
    text,
    status,
    ...(mine && { mine }),
    ...(group !== "none" && { group }),
    ...(seen.coders && { coders: seen.coders }),
  };
  return useInfiniteQuery({
    queryKey: ["sources", study, "list", asked],
    queryFn: ({ pageParam: offset }) =>
      sourcesQuery(study, { ...asked, offset, limit: PAGE }).queryFn(),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const fetched = pages.reduce((sum, page) => sum + page.sources.length, 0);
      return fetched < total ? fetched : undefined;
    },
    placeholderData: (before) => before,
    enabled: seen.isKnown,
  });
}

const MARKS = {
  "to read": { icon: "minus", label: "status.to read" },
  "in progress": { icon: "edit", label: "status.in progress" },
  coded: { icon: "check", label: "status.coded" },
} as const;

function Line({ source, isOpen }: { source: Source; isOpen: boolean }) {
  const { t } = useTranslation(["reduce", "desk"]);
  const mark = MARKS[source.status as keyof typeof MARKS] ?? MARKS["to read"];
  const share = shareRead(useUiPosition(source.guid), source.length);
  const read = share > 0 && source.length > 0 ? t("desk:list.read", { share }) : "";
  return (
    <Link
      href={`/reduce/${source.guid}`}
      className={`source-line${isOpen ? " open" : ""}`}
      aria-current={isOpen ? "page" : undefined}
      title={source.name}
      draggable
      onDragStart={(event) => startDrag(event.nativeEvent, { sources: [source.guid] })}
    >
      <span className={`source-mark ${source.status.replace(" ", "-")}`}>
        <Icon name={mark.icon} size={11} />
        <span className="sr-only">{t(mark.label)}</span>
      </span>
      <span className="source-name clip">{source.name}</span>
      <small className="clip">
        {[t(`kinds.${source.kind as "interview"}`), read].filter(Boolean).join(" · ")}
      </small>
      <span className="source-count number" title={t("sources.codings", { count: source.codings })}>
        {source.codings || ""}
      </span>
    </Link>
  );
}

/** What stands above the sources of one group. */
function useGroupName(group: Group): (source: Source) => string {
  const { t } = useTranslation(["reduce", "desk"]);
  return (source) => {
    if (group === "kind") return t(`kinds.${source.kind as "interview"}`);
    if (group === "status") return t(`status.${source.status as "coded"}`);
    if (group === "case") return source.cases[0]?.name ?? t("desk:segments.noCase");
    return "";
  };
}

type Row = { readonly head: string } | { readonly source: Source };

/** How many sources of open rounds I have not read yet; null where no round gives me any. */
function useMine(): number | null {
  const { data: rounds } = useRounds();
  const me = useStudy().data?.me.guid;
  const tasks = (rounds ?? [])
    .filter(({ closed }) => closed === null)
    .flatMap((one) => one.sources);
  const mine = tasks.flatMap(({ guid, readers }) =>
    readers.filter((one) => one.guid === me).map(({ state }) => ({ guid, state })),
  );
  const left = mine.filter(({ state }) => state !== "read");
  return mine.length > 0 ? new Set(left.map(({ guid }) => guid)).size : null;
}

interface SettingsProps {
  wanted: Wanted;
  onWant: (wanted: Partial<Wanted>) => void;
}

/** Which sources are listed, and how they stand together. */
function Settings({ wanted, onWant }: SettingsProps) {
  const { t } = useTranslation(["reduce", "desk"]);
  const mine = useMine();
  const mark = (isOn: boolean) => (isOn ? ("check" as const) : ("minus" as const));
  return (
    <Menu
      label={t("desk:list.settings")}
      placement="bottom end"
      lines={[
        ...(mine !== null || wanted.mine
          ? [
              {
                id: "mine",
                label: t("desk:list.mine", { count: mine ?? 0 }),
                icon: mark(wanted.mine),
                onAction: () => onWant({ mine: !wanted.mine }),
              },
            ]
          : []),
        ...STATUSES.map((status, at) => ({
          id: status,
          label: t(`status.${status}`),
          icon: mark(wanted.status.length === 0 || wanted.status.includes(status)),
          apart: at === 0 && (mine !== null || wanted.mine),
          onAction: () => {
            const now = wanted.status.length === 0 ? STATUSES : wanted.status;
            const next = toggled(now, status) as SourceStatus[];
            onWant({ status: next.length === STATUSES.length ? [] : next });
          },
        })),
        ...GROUPS.map((group, at) => ({
          id: group,
          label:
            group === "none"
              ? t("desk:list.groups.none")
              : `${t("desk:list.group")}: ${t(`desk:list.groups.${group}`)}`,
          ...(group === wanted.group && { icon: "check" as const }),
          apart: at === 0,
          onAction: () => onWant({ group }),
        })),
      ]}
    >
      <IconButton
        icon="filter"
        label={t("desk:list.settings")}
        pressed={wanted.mine || wanted.status.length > 0 || wanted.group !== "none"}
      />
    </Menu>
  );
}

/** How many of all sources are coded. */
function Progress() {
  const { t } = useTranslation("desk");
  const seen = useSeen();
  const all = useList(ALL, seen).data?.pages[0]?.total ?? 0;
  const coded = useList({ ...ALL, status: ["coded"] }, seen).data?.pages[0]?.total ?? 0;
  if (all === 0) return null;
  const words = t("list.progress", { coded, count: all });
  return (
    <div className="source-progress">
      <progress value={coded} max={all} aria-label={words} />
      <small className="muted number">{words}</small>
    </div>
  );
}

interface Props {
  open: string | null;
  onClose?: (() => void) | undefined;
}

/** The sources to choose from, with what has been read and coded. */
export const SourceList = memo(function SourceList({ open, onClose }: Props) {
  const { t } = useTranslation(["reduce", "desk", "shell"]);
  const [wanted, setWanted] = useState<Wanted>(ALL);
  const scroller = useRef<HTMLDivElement>(null);
  const list = useList(useDeferredValue(wanted), useSeen());
  const groupName = useGroupName(wanted.group);
  const noneOf = ({ text, mine }: Wanted) => {
    if (mine && !text) return t("desk:list.mineRead");
    return text ? t("sources.none") : t("sources.empty");
  };
  const pages = list.data?.pages;
  const sources = useMemo(() => pages?.flatMap((page) => page.sources) ?? [], [pages]);
  const total = pages?.[0]?.total ?? 0;
  const lines: Row[] = sources.flatMap((source, at) => {
    const before = sources[at - 1];
    const name = groupName(source);
    const isNew = name !== "" && (!before || groupName(before) !== name);
    return isNew ? [{ head: name }, { source }] : [{ source }];
  });
  useEffect(() => keepOrder(sources.map(({ guid }) => guid)), [sources]);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => ("head" in (lines[at] ?? {}) ? HEAD : LINE),
    overscan: 10,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines have other heights
  useEffect(() => rows.measure(), [wanted.group, sources]);
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (last >= lines.length - 20 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, lines.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return (
    <nav className="source-list" aria-label={t("sources.title")}>
      <header className="side-head">
        <h2>{t("sources.title")}</h2>
        <span className="muted number">{total || ""}</span>
        <span className="push" />
        <Settings wanted={wanted} onWant={(more) => setWanted({ ...wanted, ...more })} />
        {onClose && <IconButton icon="close" label={t("shell:close")} onPress={onClose} />}
      </header>
      <Progress />
      <div className="panel-search">
        <SearchField
          label={t("sources.filter")}
          value={wanted.text}
          onChange={(text) => setWanted({ ...wanted, text })}
        />
      </div>
      {list.data && total === 0 && <p className="panel-none muted">{noneOf(wanted)}</p>}
      <div ref={scroller} className="source-scroll">
        <div style={{ height: rows.getTotalSize(), position: "relative" }}>
          {shown.map((row) => {
            const line = lines[row.index];
            if (!line) return null;
            if ("head" in line) {
              return (
                <h3 key={row.key} className="source-group" style={{ top: row.start }}>
                  {line.head}
                </h3>
              );
            }
            return (
              <div key={row.key} className="source-row" style={{ top: row.start }}>
                <Line source={line.source} isOpen={line.source.guid === open} />
              </div>
            );
          })}
        </div>
      </div>
    </nav>
  );
});
