import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearch } from "wouter";
import { useCodeList } from "../../api/codes";
import { useLines } from "../../api/concordance";
import { useSeenAnywhere } from "../../api/seen";
import { EmptyState, Loading } from "../../components/Bits";
import "../../components/page.css";
import { Button } from "../../components/Button";
import type { CodeNames } from "../../shapes/Quote";
import "../../shapes/quote.css";
import { CodeFound } from "../reduce/CodeFound";
import { inksOf } from "../reduce/inks";
import "../reduce/search.css";
import { Asking } from "./Asking";
import { type Asked, concordanceAddress, queryOf, readAsked } from "./asked";
import { type Chosen, NOTHING } from "./choosing";
import { Exports } from "./Exports";
import { Lines } from "./Lines";
import "./concordance.css";

const NOWHERE: readonly number[] = [];

/** What the address asks for, and asking for something else without leaving steps behind. */
function useAsked(): [Asked, (part: Partial<Asked>) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const asked = useMemo(() => readAsked(search), [search]);
  return [asked, (part) => navigate(concordanceAddress({ ...asked, ...part }), { replace: true })];
}

/** Words in their context, line below line in any order; lines are coded where they stand. */
export default function Concordance() {
  const { t } = useTranslation("concordance");
  const [asked, ask] = useAsked();
  const query = queryOf(asked);
  const { sort, context } = asked;
  const wanted = useMemo(() => ({ query, sort, context }), [query, sort, context]);
  const { total, error, isPending } = useLines(wanted, NOWHERE);
  const seen = useSeenAnywhere();
  const codes = useCodeList();
  const inks = useMemo(() => inksOf(codes), [codes]);
  const names: CodeNames = useMemo(
    () => new Map(codes.map(({ guid, name, path, colour }) => [guid, { name, path, colour }])),
    [codes],
  );
  const shape = `${query} ${sort.join()}`;
  const [kept, setKept] = useState<{ shape: string; chosen: Chosen }>({ shape, chosen: NOTHING });
  // Other lines, or the same in another order, are not those that were chosen.
  const chosen = kept.shape === shape ? kept.chosen : NOTHING;
  const choose = (next: Chosen) => setKept({ shape, chosen: next });
  const count = total ?? 0;
  const what =
    chosen.size > 0
      ? { spans: [...chosen.values()] }
      : { query, ...(seen.coders && { coders: [...seen.coders] }) };
  return (
    <div className="concordance">
      <header className="panel-head">
        <div className="panel-title">
          <h1>{t("title")}</h1>
        </div>
        <div className="panel-doings">
          <Exports wanted={wanted} isOff={count === 0} />
        </div>
      </header>
      <div className="panel-body">
        <section className="panel-side concordance-side" aria-label={t("asking")}>
          <Asking asked={asked} error={error} onAsk={ask} />
        </section>
        <div className="concordance-results">
          {query !== "" && isPending && <Loading />}
          {query === "" && (
            <EmptyState icon="search" title={t("empty")}>
              {t("emptyHint")}
            </EmptyState>
          )}
          {total === 0 && (
            <EmptyState icon="search" title={t("nothing")}>
              {t("nothingHint")}
            </EmptyState>
          )}
          {query !== "" && count > 0 && (
            <>
              <p className="concordance-told muted" role="status">
                <span>{t("count", { count })}</span>
                {chosen.size > 0 && (
                  <>
                    <span>{t("chosen", { count: chosen.size })}</span>
                    <Button small look="quiet" onPress={() => choose(NOTHING)}>
                      {t("none")}
                    </Button>
                  </>
                )}
              </p>
              <Lines
                wanted={wanted}
                total={count}
                codes={names}
                chosen={chosen}
                onChoose={choose}
              />
              <CodeFound
                codes={codes}
                inks={inks}
                what={what}
                count={count}
                chosen={chosen.size}
                onDone={() => choose(NOTHING)}
              />
            </>
          )}
        </div>
      </div>
    </div>
  );
}
