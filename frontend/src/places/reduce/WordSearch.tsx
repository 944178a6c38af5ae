import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FoundWords, type Sought, useWordLines, useWordSearch } from "../../api/words";
import { EmptyState } from "../../components/Bits";
import { Button } from "../../components/Button";
import { SearchField } from "../../components/Field";
import { toggled } from "../../stores/ui";
import { CodeFound, type FoundProps } from "./CodeFound";
import { lookFor, useLookedFor } from "./looked-for";
import { Switches } from "./Switches";
import { WordHit } from "./WordHit";
import { keyOf, rowsOf, spanOf, type WordRow } from "./word-rows";

interface StateProps {
  found: FoundWords;
  error: unknown;
  isAsked: boolean;
}

/** How many there are, live. */
function Counted({ found, error, isAsked }: StateProps) {
  const { t } = useTranslation("desk");
  const told = () => {
    if (!isAsked) return t("words.hint");
    if (error instanceof Error) return error.message;
    if (!found.isDone) {
      const share = Math.floor(found.done * 100);
      return t("words.looking", { count: found.count, share });
    }
    return found.count === 0
      ? t("words.none")
      : t("words.count", { count: found.count, sources: found.sources.length });
  };
  return (
    <>
      <p className={`search-count${error ? " broken" : ""}`} role="status">
        {told()}
      </p>
      <progress
        className="search-progress"
        hidden={!isAsked || found.isDone || error !== null}
        aria-label={t("search.title")}
        value={found.done}
      />
    </>
  );
}

interface ListProps {
  rows: readonly WordRow[];
  chosen: readonly string[];
  onChoose: (keys: readonly string[]) => void;
  onOpen: (source: string) => void;
}

/** The hits under their sources; only what is in view is drawn. */
function List({ rows, chosen, onChoose, onOpen }: ListProps) {
  const { t } = useTranslation("desk");
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (rows[at]?.kind === "hit" ? 58 : 36),
    overscan: 10,
  });
  const draw = (row: WordRow) => {
    if (row.kind === "source") {
      return (
        <h3 className="search-source">
          <span className="clip">{row.of.name}</span>
          <span className="number">{row.of.count}</span>
        </h3>
      );
    }
    if (row.kind === "more") {
      return (
        <Button small look="quiet" onPress={() => onOpen(row.of.source)}>
          {t("words.more", { count: row.left })}
        </Button>
      );
    }
    const key = keyOf(row.line);
    return (
      <WordHit
        line={row.line}
        isChosen={chosen.includes(key)}
        onChoose={() => onChoose(toggled(chosen, key))}
      />
    );
  };
  return (
    <div ref={scroller} className="segments-scroll">
      <div style={{ height: lines.getTotalSize(), position: "relative" }}>
        {lines.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <div
                key={item.key}
                ref={lines.measureElement}
                data-index={item.index}
                className="segments-line"
                style={{ translate: `0 ${item.start}px` }}
              >
                {draw(row)}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

/** Words over all sources, counted as they are typed. */
export function WordSearch({ codes, inks, onClose }: FoundProps) {
  const { t } = useTranslation("desk");
  const { text, cased, regex, whole } = useLookedFor();
  const field = useRef<HTMLInputElement>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const sought: Sought = { pattern: text, regex, within: !whole && !regex, cased };
  const { found, error } = useWordSearch(sought);
  const all = useWordLines(sought, opened);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = all;
  useEffect(() => field.current?.select(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin anew
  useEffect(() => {
    setChosen([]);
    setOpened(null);
  }, [text, cased, regex, whole]);
  useEffect(() => {
    if (opened && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [opened, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const lines = useMemo(() => all.data?.pages.flatMap((page) => page.lines) ?? [], [all.data]);
  const rows = useMemo(() => rowsOf(found.sources, opened, lines), [found.sources, opened, lines]);
  const isAsked = text.trim() !== "";
  const what =
    chosen.length > 0
      ? { spans: chosen.map(spanOf) }
      : {
          ...(regex ? { regex: text } : { text }),
          within: sought.within,
          case_sensitive: cased,
        };
  return (
    <>
      <search
        className="search-field-line"
        onKeyDown={(event) => {
          if (event.key === "Escape" && !isAsked) onClose();
        }}
      >
        <SearchField
          ref={field}
          label={t("words.field")}
          value={text}
          onChange={(to) => lookFor({ text: to })}
        />
        <Switches whole />
      </search>
      <Counted found={found} error={error} isAsked={isAsked} />
      {isAsked && found.isDone && found.count === 0 && (
        <EmptyState icon="search" title={t("words.none")}>
          {t("words.noneHint")}
        </EmptyState>
      )}
      <List rows={rows} chosen={chosen} onChoose={setChosen} onOpen={setOpened} />
      {isAsked && found.count > 0 && (
        <CodeFound
          codes={codes}
          inks={inks}
          what={what}
          count={found.count}
          chosen={chosen.length}
          onDone={() => setChosen([])}
        />
      )}
    </>
  );
}
