import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { codersOf, useSeen } from "../../api/seen";
import { useSegments } from "../../api/segments";
import type { Segment } from "../../api/types";
import { EmptyState } from "../../components/Bits";
import { QueryField } from "../../components/query/QueryField";
import { useSlowly } from "../../lib/slowly";
import { retrievalAddress } from "../retrieval/address";
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

const NONE: readonly Segment[] = [];

/** Passages by query: counted as it is written, listed, and coded in one step. */
export function QuerySearch({ codes, inks, onClose }: FoundProps) {
  const { t } = useTranslation(["desk", "query"]);
  const [query, setQuery] = useState("");
  const asked = useDeferredValue(useSlowly(query.trim()));
  const seen = useSeen();
  const found = useSegments(asked, { seen });
  const total = found.data?.pages[0]?.total ?? 0;
  const segments = found.data?.pages.flatMap((page) => page.segments) ?? NONE;
  return (
    <>
      <div className="search-query">
        <QueryField
          label={t("query.field")}
          hidden
          value={query}
          onChange={setQuery}
          error={found.error}
          asked={asked}
          placeholder={t("query.placeholder")}
          rows={3}
          autoFocus
          onEscape={onClose}
        >
          <p className="search-count" role="status">
            {asked === "" && t("query.hint")}
            {asked !== "" && found.data && t("query.count", { count: total })}
          </p>
          {asked !== "" && found.data && (
            <Link className="search-whole" href={retrievalAddress({ query: asked })}>
              {t("query:page.whole")}
            </Link>
          )}
        </QueryField>
      </div>
      <Help onTake={setQuery} />
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
