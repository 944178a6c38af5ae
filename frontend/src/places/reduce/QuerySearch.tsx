import { useDeferredValue, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../../api/problem";
import { codersOf, useSeen } from "../../api/seen";
import { useSegments } from "../../api/segments";
import type { Segment } from "../../api/types";
import { EmptyState } from "../../components/Bits";
import { CodeFound, type FoundProps } from "./CodeFound";
import { SegmentList } from "./SegmentList";

/** What can be asked; the words of each are in the catalogue, the query is as it is written. */
const EXAMPLES = [
  ["code", 'code:"Access"'],
  ["text", 'text:"new account"'],
  ["regex", "text:/acc\\w+/"],
  ["both", "code:Access and code:Price"],
  ["overlaps", "code:Access overlaps code:Price"],
  ["near", "code:Access near(200) code:Price"],
  ["not", "code:Access and not coder:RW"],
  ["case", 'case.role = "seller"'],
  ["source", 'source.kind = "interview"'],
  ["weight", "code:Access and weight >= 50"],
  ["memo", 'memo:"doubt"'],
  ["set", 'in set:"Pilot"'],
] as const;

function Help({ onTake }: { onTake: (query: string) => void }) {
  const { t } = useTranslation("desk");
  return (
    <details className="query-help">
      <summary>{t("query.help")}</summary>
      <dl>
        {EXAMPLES.map(([name, query]) => (
          <div key={name}>
            <dt>
              <button type="button" onClick={() => onTake(query)}>
                <code>{query}</code>
              </button>
            </dt>
            <dd>{t(`query.examples.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** The query with the character marked that cannot be read, and what could stand there. */
function Wrong({ query, error }: { query: string; error: Error }) {
  const at = error instanceof ApiProblem ? error.at : null;
  const told = error.message.split("\n").at(-1) ?? "";
  const hint = error instanceof ApiProblem ? error.hint : "";
  const signs = [...query];
  return (
    <div className="query-wrong" role="alert">
      {at !== null && (
        <code className="query-pointed">
          {signs.slice(0, at).join("")}
          <mark>{signs[at] ?? " "}</mark>
          {signs.slice(at + 1).join("")}
        </code>
      )}
      <p>{told}</p>
      {hint && <p className="muted">{hint}</p>}
    </div>
  );
}

const PAUSE = 250;

function useSlowly(text: string): string {
  const [slow, setSlow] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return slow;
}

const NONE: readonly Segment[] = [];

/** Passages by query: counted as it is written, listed, and coded in one step. */
export function QuerySearch({ codes, inks, onClose }: FoundProps) {
  const { t } = useTranslation("desk");
  const [query, setQuery] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const asked = useDeferredValue(useSlowly(query.trim()));
  const seen = useSeen();
  const found = useSegments(asked, { seen });
  const total = found.data?.pages[0]?.total ?? 0;
  const segments = found.data?.pages.flatMap((page) => page.segments) ?? NONE;
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <div className="search-field-line">
        <textarea
          ref={field}
          className="input query-input"
          rows={3}
          aria-label={t("query.field")}
          aria-invalid={found.error !== null}
          placeholder={t("query.placeholder")}
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && onClose()}
        />
      </div>
      {found.error && query.trim() !== "" && <Wrong query={asked} error={found.error} />}
      <p className="search-count" role="status">
        {asked === "" && t("query.hint")}
        {asked !== "" && found.data && t("query.count", { count: total })}
      </p>
      <Help
        onTake={(example) => {
          setQuery(example);
          field.current?.focus();
        }}
      />
      {found.data && total === 0 && (
        <EmptyState icon="search" title={t("query.none")}>
          {t("query.noneHint")}
        </EmptyState>
      )}
      <SegmentList
        segments={segments}
        onMore={() => {
          if (found.hasNextPage && !found.isFetchingNextPage) void found.fetchNextPage();
        }}
      />
      {total > 0 && !found.error && (
        <CodeFound
          codes={codes}
          inks={inks}
          what={{ query: asked, ...codersOf(seen) }}
          count={total}
          chosen={0}
          onDone={() => undefined}
        />
      )}
    </>
  );
}
