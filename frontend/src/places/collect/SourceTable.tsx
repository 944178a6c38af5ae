import { useQueries } from "@tanstack/react-query";
import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type SourcesWanted, sourcesQuery } from "../../api/sources";
import { useStudyId } from "../../api/study";
import type { Source } from "../../api/types";
import { goTo } from "../../app/hash";
import { Badge } from "../../components/Bits";
import { Icon } from "../../components/Icon";
import { useKinds, useLanguages } from "./words";

const LINE = 40;
const PAGE = 100;

/** A line of the table; its source is `null` while it is fetched. */
interface Line {
  readonly source: Source | null;
}

const NONE: Line[] = [];
const features = tableFeatures({});
const helper = createColumnHelper<typeof features, Line>();

const TONES = { "to read": "plain", "in progress": "accent", coded: "good" } as const;
/** The columns that the server sorts by. */
const SORTED = ["name", "kind", "language", "length", "codings", "status", "collected"] as const;
export type SortBy = (typeof SORTED)[number];

function useColumns() {
  const { t, i18n } = useTranslation("collect");
  const kinds = useKinds();
  const languages = useLanguages();
  return useMemo(() => {
    const number = new Intl.NumberFormat(i18n.language);
    return helper.columns([
      helper.accessor(({ source }) => source?.name, {
        id: "name",
        header: t("columns.name"),
        cell: ({
          row: {
            original: { source },
          },
        }) =>
          source && (
            <Link href={`/reduce/${source.guid}`} tabIndex={-1} className="table-name clip">
              {source.name}
            </Link>
          ),
      }),
      helper.accessor(({ source }) => source?.kind, {
        id: "kind",
        header: t("columns.kind"),
        cell: ({
          row: {
            original: { source },
          },
        }) => source && kinds[source.kind as "interview"],
      }),
      helper.accessor(({ source }) => source?.cases, {
        id: "case",
        header: t("columns.case"),
        cell: ({
          row: {
            original: { source },
          },
        }) => source?.cases.map(({ name }) => name).join(", "),
      }),
      helper.accessor(({ source }) => source?.language, {
        id: "language",
        header: t("columns.language"),
        cell: ({
          row: {
            original: { source },
          },
        }) => source?.language && languages(source.language),
      }),
      helper.accessor(({ source }) => source?.collected, {
        id: "collected",
        header: t("columns.collected"),
      }),
      helper.accessor(({ source }) => source?.length, {
        id: "length",
        header: t("columns.length"),
        cell: ({
          row: {
            original: { source },
          },
        }) => source && number.format(source.length),
      }),
      helper.accessor(({ source }) => source?.codings, {
        id: "codings",
        header: t("columns.codings"),
        cell: ({
          row: {
            original: { source },
          },
        }) => source && number.format(source.codings),
      }),
      helper.accessor(({ source }) => source?.status, {
        id: "status",
        header: t("columns.status"),
        cell: ({
          row: {
            original: { source },
          },
        }) =>
          source && (
            <Badge tone={TONES[source.status as keyof typeof TONES] ?? "plain"}>
              {t(`status.${source.status as "coded"}`)}
            </Badge>
          ),
      }),
    ]);
  }, [t, i18n.language, kinds, languages]);
}

interface Props {
  wanted: Omit<SourcesWanted, "offset" | "limit"> & { sort?: string };
  total: number;
  onSort: (by: SortBy) => void;
  active: string | null;
  onActive: (source: Source) => void;
  chosen: ReadonlyMap<string, Source>;
  onChoose: (source: Source, isChosen: boolean) => void;
  onRemove: () => void;
}

/** The windows of the table that are in view, as one sparse list. */
function useWindows(wanted: Props["wanted"], first: number, last: number) {
  const study = useStudyId();
  const from = Math.floor(first / PAGE);
  const to = Math.floor(Math.max(last, first) / PAGE);
  const offsets = Array.from({ length: to - from + 1 }, (_, at) => (from + at) * PAGE);
  return useQueries({
    queries: offsets.map((offset) => sourcesQuery(study, { ...wanted, offset, limit: PAGE })),
    combine: (results) => {
      const rows = new Map<number, Source>();
      results.forEach(({ data }, page) => {
        data?.sources.forEach((source, at) => {
          rows.set((offsets[page] ?? 0) + at, source);
        });
      });
      return rows;
    },
  });
}

/** All sources, a window of them at a time: sorted by the server, walked by arrows. */
export function SourceTable({ wanted, total, active, chosen, ...on }: Props) {
  const { t } = useTranslation("collect");
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useColumns();
  const lines = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: 12,
    scrollPaddingStart: LINE,
  });
  const shown = lines.getVirtualItems();
  const rows = useWindows(wanted, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0);
  const data = useMemo(
    () =>
      shown.length === 0 ? NONE : shown.map(({ index }) => ({ source: rows.get(index) ?? null })),
    [shown, rows],
  );
  const table = useTable({ features, columns, data });
  const down = wanted.sort?.startsWith("-") ?? false;
  const by = wanted.sort?.replace("-", "");
  const activeIndex = [...rows].find(([, source]) => source.guid === active)?.[0] ?? -1;
  const focusOn = (index: number) => {
    const source = rows.get(index);
    if (!source) return;
    on.onActive(source);
    lines.scrollToIndex(index);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus(),
    );
  };
  const to = (key: string): number | undefined =>
    ({ ArrowDown: activeIndex + 1, ArrowUp: activeIndex - 1, Home: 0, End: total - 1 })[key];
  const act = (key: string, source: Source | undefined): boolean => {
    const index = to(key);
    if (index !== undefined) focusOn(index);
    else if (key === "Delete") on.onRemove();
    else if (key === "Enter" && source) goTo(`/reduce/${source.guid}`);
    else if (key === " " && source) on.onChoose(source, !chosen.has(source.guid));
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(".table-line")) return;
    const source = rows.get(activeIndex);
    if (!act(event.key, source)) return;
    event.preventDefault();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order begins at the top
  useEffect(() => lines.scrollToOffset(0), [wanted.sort, wanted.text, wanted.kind]);
  return (
    <div ref={scroller} className="table">
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its lines are chosen
        role="grid"
        aria-label={t("table.label")}
        aria-rowcount={total + 1}
        aria-multiselectable="true"
        tabIndex={-1}
        onKeyDown={press}
      >
        <thead>
          <tr aria-rowindex={1} className="table-head">
            <th scope="col" className="table-tick">
              <span className="sr-only">{t("table.choose")}</span>
            </th>
            {table.getHeaderGroups()[0]?.headers.map((header) => {
              const id = header.column.id as SortBy;
              const isBy = id === by;
              const direction = down ? "descending" : "ascending";
              return (
                <th
                  key={header.id}
                  scope="col"
                  className={`table-cell ${id}`}
                  aria-sort={isBy ? direction : undefined}
                >
                  {SORTED.includes(id) ? (
                    <button type="button" onClick={() => on.onSort(id)}>
                      <table.FlexRender header={header} />
                      {isBy && <Icon name={down ? "down" : "up"} size={13} />}
                    </button>
                  ) : (
                    <table.FlexRender header={header} />
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody style={{ height: lines.getTotalSize() }}>
          {table.getRowModel().rows.map((row, at) => {
            const { source } = row.original;
            const line = shown[at];
            if (!line) return null;
            const isActive = source !== null && source.guid === active;
            const isFirst = activeIndex < 0 && line.index === 0;
            return (
              <tr
                key={line.index}
                data-index={line.index}
                aria-rowindex={line.index + 2}
                aria-selected={source !== null && chosen.has(source.guid)}
                tabIndex={isActive || isFirst ? 0 : -1}
                className={`table-line${isActive ? " active" : ""}`}
                style={{ top: line.start }}
                onFocus={() => source && source.guid !== active && on.onActive(source)}
                onClick={() => source && on.onActive(source)}
                onDoubleClick={() => source && goTo(`/reduce/${source.guid}`)}
              >
                <td className="table-tick">
                  {source && (
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      aria-label={t("table.chooseOne", { name: source.name })}
                      checked={chosen.has(source.guid)}
                      onChange={(event) => on.onChoose(source, event.target.checked)}
                    />
                  )}
                </td>
                {row.getAllCells().map((cell) => (
                  <td key={cell.id} className={`table-cell ${cell.column.id} clip`}>
                    {source && <table.FlexRender cell={cell} />}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
