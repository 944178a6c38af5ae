import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import { useCodeList } from "../../api/codes";
import { ARRANGEMENTS, type By, useCount } from "../../api/segments";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import "../../components/page.css";
import { QueryField } from "../../components/query/QueryField";
import { Segmented } from "../../components/Segmented";
import { useSlowly } from "../../lib/slowly";
import type { CodeNames } from "../../shapes/Quote";
import { type Asked, readAddress, retrievalAddress } from "./address";
import { Exports } from "./Exports";
import { Results } from "./Results";
import "./retrieval.css";

const NONE: ReadonlySet<number> = new Set();
/** So many lines are shown unfolded at first. */
const MANY = 50_000;

/** What the address asks for, and asking for something else without leaving steps behind. */
function useAsked(): [Asked, (asked: Partial<Asked>) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const asked = useMemo(() => readAddress(search), [search]);
  return [asked, (part) => navigate(retrievalAddress({ ...asked, ...part }), { replace: true })];
}

/** The query as it is written; it stands in the address once it rests. */
function useWritten(asked: Asked, ask: (asked: Partial<Asked>) => void) {
  const [text, setText] = useState(asked.query);
  const [given, setGiven] = useState(asked.query);
  if (given !== asked.query) {
    setGiven(asked.query);
    setText(asked.query);
  }
  const slow = useSlowly(text.trim());
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it rests
  useEffect(() => {
    if (slow !== asked.query && slow === text.trim()) {
      setGiven(slow);
      ask({ query: slow });
    }
  }, [slow]);
  return [text, setText] as const;
}

function useCodeNames(): CodeNames {
  const codes = useCodeList();
  return useMemo(
    () => new Map(codes.map(({ guid, name, path, colour }) => [guid, { name, path, colour }])),
    [codes],
  );
}

/** Retrieval: a query, what it finds under the headings of what it belongs to, and that as files. */
export default function Retrieval() {
  const { t, i18n } = useTranslation("query");
  const [asked, ask] = useAsked();
  const [text, setText] = useWritten(asked, ask);
  const found = useCount(asked.query, asked.by);
  const codes = useCodeNames();
  const groups = found.data?.groups;
  const shape = `${asked.query} ${asked.by}`;
  const [fold, setFold] = useState<{ shape: string; folded: ReadonlySet<number> } | null>(null);
  const everyone = useMemo(() => new Set(groups?.map((_, at) => at)), [groups]);
  const first = (found.data?.places ?? 0) > MANY ? everyone : NONE;
  const folded = fold?.shape === shape ? fold.folded : first;
  const total = found.data?.total ?? 0;
  const refold = (group: number) => {
    const next = new Set(folded);
    if (!next.delete(group)) next.add(group);
    setFold({ shape, folded: next });
  };
  const isAllFolded = groups !== undefined && folded.size >= groups.length;
  const isFound = asked.query !== "" && groups !== undefined && total > 0;
  const n = (count: number) => new Intl.NumberFormat(i18n.language).format(count);
  return (
    <div className="retrieval">
      <header className="panel-head">
        <div className="panel-title">
          <h1>{t("page.title")}</h1>
        </div>
        <div className="panel-doings">
          <Segmented<By>
            label={t("page.by")}
            value={asked.by}
            choices={ARRANGEMENTS.map((id) => ({ id, label: t(`page.bys.${id}`) }))}
            onChange={(by) => ask({ by })}
          />
          <Exports query={asked.query} by={asked.by} isOff={!isFound} />
        </div>
      </header>
      <div className="panel-body">
        <section className="panel-side retrieval-asked" aria-label={t("builder")}>
          <QueryField
            label={t("sets.query")}
            value={text}
            onChange={setText}
            error={found.error}
            asked={asked.query}
            rows={3}
            built
          >
            <p className="field-note" role="status">
              {isFound && t("count", { count: total })}
            </p>
          </QueryField>
        </section>
        <div className="retrieval-results">
          {isFound && (
            <p className="retrieval-told muted">
              <span>
                {t("page.inGroups", {
                  count: total,
                  groups: n(groups.length),
                })}
                {found.data && found.data.places > total && ` · ${t("page.repeated")}`}
              </span>
              <span className="push" />
              <Button
                small
                look="quiet"
                onPress={() => setFold({ shape, folded: isAllFolded ? NONE : everyone })}
              >
                {t(isAllFolded ? "page.unfold" : "page.fold")}
              </Button>
            </p>
          )}
          {asked.query !== "" && found.isPending && <Loading />}
          {asked.query === "" && (
            <EmptyState icon="search" title={t("page.empty")}>
              {t("page.emptyHint")}
            </EmptyState>
          )}
          {asked.query !== "" && found.data && total === 0 && (
            <EmptyState icon="search" title={t("page.nothing")}>
              {t("page.nothingHint")}
            </EmptyState>
          )}
          {isFound && (
            <Results
              query={asked.query}
              by={asked.by}
              groups={groups}
              folded={folded}
              codes={codes}
              onFold={refold}
            />
          )}
        </div>
      </div>
    </div>
  );
}
