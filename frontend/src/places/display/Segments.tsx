import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSegments } from "../../api/segments";
import { Loading } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { type CodeNames, Quote } from "../../shapes/Quote";
import { concordanceAddress } from "../concordance/asked";
import { PatternDialog } from "../reduce/patterns/PatternDialog";
import { retrievalAddress } from "../retrieval/address";
import { useCellDraft } from "./cell-draft";
import { useKeptPlace } from "./kept-place";

interface Props {
  /** What the number stands for: its row and its column. */
  row: string;
  column: string;
  value: string;
  note: string | null;
  query: string;
  codes: CodeNames;
  /** Further measures of the same cell, by name. */
  measures: readonly (readonly [string, string])[];
  /** The codes it is about, for a finding begun here. */
  about: readonly string[];
  /** The focus stays where it is. */
  quiet: boolean;
  /** Makes the cell evidence of a finding; `null` where it cannot be. */
  onCite: (() => void) | null;
  onClose: () => void;
}

const findingOf = (codes: readonly string[]) =>
  new URLSearchParams([["new", ""], ...codes.map((code) => ["code", code])]).toString();

/** The words behind a number: every segment in its context, each one step from its place. */
export function Segments(props: Props) {
  const { row, column, value, note, query, codes, measures, about, quiet, onCite, onClose } = props;
  const { t } = useTranslation(["display", "query", "concordance", "cited", "patterns"]);
  const found = useSegments(query);
  const [isMaking, setMaking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each newly opened cell takes the focus
  useEffect(() => {
    if (!quiet) heading.current?.focus({ preventScroll: true });
  }, [query]);
  const segments = useMemo(
    () => found.data?.pages.flatMap((page) => page.segments) ?? [],
    [found.data],
  );
  const isWriting = useCellDraft((draft) => draft.cell !== null);
  useEffect(() => useCellDraft.setState({ segments }), [segments]);
  const total = found.data?.pages[0]?.total ?? 0;
  useKeptPlace(list, "segments", segments.length > 0);
  return (
    <aside
      className="segments"
      aria-label={t("segments.title")}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onClose();
        }
      }}
    >
      <header>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {t("segments.of", { row, column })}
          </h2>
          <p className="muted">
            {value}
            {found.data && ` · ${t("segments.count", { count: total })}`}
            {measures.map(([name, amount]) => ` · ${name}: ${amount}`)}
          </p>
          {note && <p className="muted">{note}</p>}
          {onCite && (
            <Button small look="quiet" onPress={onCite}>
              {t("cited:cite")}
            </Button>
          )}
          {about.length > 1 && (
            <Button small look="quiet" writes onPress={() => setMaking(true)}>
              {t("patterns:do")}
            </Button>
          )}
          <a className="segments-finding" href={`#/conclude?${findingOf(about)}`}>
            {t("segments.finding")}
          </a>
          {total > 0 && (
            <a className="segments-finding" href={`#${retrievalAddress({ query })}`}>
              {t("query:page.whole")}
            </a>
          )}
          {total > 0 && (
            <a
              className="segments-finding"
              href={`#${concordanceAddress({ way: "query", words: query, sort: ["left1"] })}`}
            >
              {t("concordance:asLines")}
            </a>
          )}
        </div>
        <IconButton icon="close" label={t("segments.close")} keys="Esc" onPress={onClose} />
      </header>
      <div className="segments-list" ref={list}>
        {found.isPending && <Loading />}
        {found.isError && <p role="alert">{t("segments.failed")}</p>}
        {found.data && total === 0 && <p className="muted">{t("segments.none")}</p>}
        {segments.map((segment, at) => (
          <Quote
            key={`${segment.source} ${segment.start} ${segment.end}`}
            segment={segment}
            codes={codes}
          >
            {isWriting && at < 9 && (
              <p className="quote-insert">{t("segments.insert", { keys: `Alt ${at + 1}` })}</p>
            )}
          </Quote>
        ))}
        {found.hasNextPage && (
          <Button isPending={found.isFetchingNextPage} onPress={() => found.fetchNextPage()}>
            {t("segments.more")}
          </Button>
        )}
        {segments.length > 0 && segments.length < total && (
          <p className="muted">{t("segments.shown", { shown: segments.length, total })}</p>
        )}
      </div>
      {isMaking && <PatternDialog codes={about} onClose={() => setMaking(false)} />}
    </aside>
  );
}
