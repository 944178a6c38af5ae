import { useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Candidate, Finding } from "../../api/findings";
import { useWritten } from "../../commands/keymap";
import { Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { type CodeNames, Quote, type Segment } from "../../shapes/Quote";
import { STANCES, type Stance } from "./board";
import { LookingBar } from "./LookingBar";
import type { Looking } from "./looking";
import { StanceMark } from "./Marks";
import { Objections } from "./Objections";
import { WEIGHED } from "./weighing-keys";
import "./evidence.css";

/** What tells an unweighed segment from all others. */
export const keyOf = ({ source, start, end }: Pick<Segment, "source" | "start" | "end">) =>
  `${source} ${start} ${end}`;

interface OfferProps {
  segment: Candidate;
  codes: CodeNames;
  onWeigh: (stance: Stance, why: string) => void;
}

function Offer({ segment, codes, onWeigh }: OfferProps) {
  const { t } = useTranslation("conclude");
  const [why, setWhy] = useState("");
  const keys: Readonly<Record<Stance, string>> = {
    supports: useWritten("conclude.supports"),
    qualifies: useWritten("conclude.qualifies"),
    contradicts: useWritten("conclude.contradicts"),
  };
  return (
    <li
      className="evidence"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys that weigh act on it
      tabIndex={0}
      data-offer=""
      {...{ [WEIGHED]: keyOf(segment) }}
      aria-keyshortcuts={Object.values(keys).join(" ").toLowerCase()}
    >
      <Quote segment={segment} codes={codes}>
        <Why segment={segment} />
        <div className="offer">
          <input
            className="input"
            aria-label={t("unweighed.why")}
            placeholder={t("unweighed.why")}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") event.currentTarget.closest("li")?.focus();
            }}
          />
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in the row */}
          <div role="group" aria-label={t("stance.label")} className="offer-stances">
            {STANCES.map((stance) => (
              <Button key={stance} small onPress={() => onWeigh(stance, why.trim())}>
                <StanceMark stance={stance} /> {t(`stance.${stance}`)}{" "}
                <span className="key" aria-hidden="true">
                  {keys[stance]}
                </span>
              </Button>
            ))}
          </div>
        </div>
      </Quote>
    </li>
  );
}

/** Why a segment is offered. */
function Why({ segment }: { segment: Candidate }) {
  const { t, i18n } = useTranslation("tested");
  const score = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
  return (
    <p className="muted offer-why">
      {segment.score !== null && (
        <span className="number">{t("looking.score", { score: score.format(segment.score) })}</span>
      )}{" "}
      {segment.why.join(" ")}
    </p>
  );
}

interface Props {
  finding: Finding;
  looking: Looking;
  codes: CodeNames;
  readOnly: boolean;
  /** Those that are being weighed now, and so are gone from here. */
  gone: ReadonlySet<string>;
  onWeigh: (segment: Segment, stance: Stance, why: string) => void;
}

/** How to weigh by the keyboard, in one line. */
function ByKeys() {
  const { t } = useTranslation("conclude");
  const next = useWritten("conclude.next");
  const previous = useWritten("conclude.previous");
  const skip = useWritten("conclude.skip");
  return <p className="muted unweighed-keys">{t("unweighed.keys", { next, previous, skip })}</p>;
}

/** Weighing one takes those that overlap it away: the keyboard then goes on at the next that is left. */
function useKeptFocus(keys: readonly string[]) {
  const list = useRef<HTMLUListElement>(null);
  const at = useRef<string | null>(null);
  const before = useRef(keys);
  const together = keys.join("\n");
  useLayoutEffect(() => {
    const now = together === "" ? [] : together.split("\n");
    const was = before.current;
    before.current = now;
    const lost = at.current;
    if (lost === null || now.includes(lost) || document.activeElement !== document.body) return;
    const after = was.slice(was.indexOf(lost) + 1).find((key) => now.includes(key));
    const next = after === undefined ? now.length - 1 : now.indexOf(after);
    const found = list.current?.children[next];
    if (found instanceof HTMLElement) found.focus({ preventScroll: true });
    else document.getElementById("unweighed-title")?.focus();
  }, [together]);
  const noteFocus = (event: React.FocusEvent<HTMLElement>) => {
    at.current = event.target.closest(`[${WEIGHED}]`)?.getAttribute(WEIGHED) ?? null;
  };
  return { list, noteFocus };
}

/** What could be evidence and nobody has weighed yet: under its codes, alike, on the other side, or
 * found by a query. */
export function Unweighed({ finding, looking, codes, readOnly, gone, onWeigh }: Props) {
  const { t } = useTranslation(["conclude", "tested"]);
  const { way, found, offers: fetched } = looking;
  const segments = fetched.filter((segment) => !gone.has(keyOf(segment)));
  const total = (found.data?.pages[0]?.total ?? 0) - (fetched.length - segments.length);
  const objections = found.data?.pages[0]?.objections ?? [];
  const count = total + objections.length;
  const { list, noteFocus } = useKeptFocus(segments.map(keyOf));
  const isBare = way === "codes" && finding.codes.length === 0;
  const none = isBare ? t("unweighed.noCodes") : t(`tested:looking.none.${way}`);
  return (
    <section id="unweighed" className="unweighed" aria-labelledby="unweighed-title">
      <h2 id="unweighed-title" tabIndex={-1}>
        {t("unweighed.title")} {count > 0 && <span className="muted number">{count}</span>}
      </h2>
      <LookingBar finding={finding} looking={looking} total={total} readOnly={readOnly} />
      <Objections finding={finding} objections={objections} readOnly={readOnly} />
      {found.isFetching && found.isPending && <Loading />}
      {found.data && (
        <p className="muted">{total === 0 ? none : t(`tested:looking.lead.${way}`)}</p>
      )}
      {!readOnly && total > 0 && <ByKeys />}
      <ul ref={list} onFocus={noteFocus}>
        {segments.map((segment) =>
          readOnly ? (
            <li key={keyOf(segment)} className="evidence">
              <Quote segment={segment} codes={codes}>
                <Why segment={segment} />
              </Quote>
            </li>
          ) : (
            <Offer
              key={keyOf(segment)}
              segment={segment}
              codes={codes}
              onWeigh={(stance, why) => onWeigh(segment, stance, why)}
            />
          ),
        )}
      </ul>
      {found.hasNextPage && (
        <Button isPending={found.isFetchingNextPage} onPress={() => found.fetchNextPage()}>
          {t("unweighed.more")}
        </Button>
      )}
    </section>
  );
}
