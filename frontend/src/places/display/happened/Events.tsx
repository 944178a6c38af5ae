import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearch } from "wouter";
import {
  type Happened,
  NO_FILTER,
  type State,
  useEvent,
  useEvents,
  useStates,
} from "../../../api/happenings";
import { addressOf, addressOfThing } from "../../../app/address";
import { goTo } from "../../../app/hash";
import { note } from "../../../app/noting";
import { Badge, EmptyState, Loading } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { EventDialog } from "../../../components/EventDialog";
import { Checkbox } from "../../../components/Field";
import { StateDialog } from "../../../components/StateDialog";
import { Unread } from "../../../components/Unread";
import { DisplayTabs } from "../DisplayTabs";
import { HappenedFilters } from "./HappenedFilters";
import "./happened.css";

interface LineProps {
  kind: "event" | "state";
  one: Happened | State;
  badge?: ReactNode;
  children?: ReactNode;
}

/** An event or a state: when, its name, what it follows from and leads to. */
function Line({ kind, one, badge, children }: LineProps) {
  const { t } = useTranslation("happened");
  const ties = [
    ...one.follows.map((tie) => ({ ...tie, way: "follows" as const })),
    ...one.leads.map((tie) => ({ ...tie, way: "leads" as const })),
  ];
  return (
    <li className="happened-line">
      <span className="happened-when muted">{one.when}</span>
      <div>
        <p className="happened-name">
          <Button look="quiet" small onPress={() => goTo(addressOf(kind, one.guid))}>
            {one.name}
          </Button>
          {badge}
        </p>
        {children}
        {one.description && <p className="muted">{one.description}</p>}
        {ties.map((tie) => (
          <p key={tie.guid} className="muted">
            {t(`leads.${tie.way}`)}: <bdi>{tie.label}</bdi>
            {tie.why && ` (${tie.why})`}
          </p>
        ))}
      </div>
    </li>
  );
}

function EventLine({ one }: { one: Happened }) {
  const { t } = useTranslation("happened");
  const more = [one.kind, one.place, ...one.actors.map(({ name }) => name)].filter(Boolean);
  return (
    <Line kind="event" one={one} badge={one.critical && <Badge tone="warn">{t("critical")}</Badge>}>
      {more.length > 0 && <p className="muted">{more.join(" · ")}</p>}
      {one.impact && <p>{one.impact}</p>}
      {one.evidence.map((thing) => (
        <p key={thing.guid} className="happened-quote">
          <Link href={addressOfThing(thing)}>
            {thing.where}: “{thing.label}”
          </Link>
        </p>
      ))}
    </Line>
  );
}

const close = () => goTo("/display/events");

/** How things stood between events, and what led there. */
function States({ open }: { open: string | null }) {
  const { t } = useTranslation("happened");
  const [isNew, setNew] = useState(false);
  const { data: states } = useStates();
  const one = states?.find(({ guid }) => guid === open);
  if (!states) return null;
  return (
    <section aria-label={t("states.title")}>
      <header className="happened-head">
        <h2>{t("states.title")}</h2>
        <span className="muted">{t("states.count", { count: states.length })}</span>
        <Button small icon="plus" writes onPress={() => setNew(true)}>
          {t("states.new")}
        </Button>
      </header>
      <p className="muted">{t(states.length > 0 ? "states.lead" : "states.none")}</p>
      <ol className="happened" aria-label={t("states.title")}>
        {states.map((state) => (
          <Line key={state.guid} kind="state" one={state} />
        ))}
      </ol>
      {isNew && <StateDialog one={null} onClose={() => setNew(false)} />}
      {one && <StateDialog key={one.guid} one={one} onClose={close} />}
      {open && !one && <p role="alert">{t("gone")}</p>}
    </section>
  );
}

/** What happened, in the order of time; `?event=GUID` and `?state=GUID` open one. */
export function Events() {
  const { t } = useTranslation("happened");
  const [filter, setFilter] = useState(NO_FILTER);
  const [isCritical, setCritical] = useState(false);
  const asked = new URLSearchParams(useSearch());
  const named = asked.get("event");
  const { data: open, isError: isGone } = useEvent(named);
  const { data: events, isPending, isError, error, refetch } = useEvents(filter, isCritical);
  const isFiltered = isCritical || Object.values(filter).some(Boolean);
  const clear = () => {
    setFilter(NO_FILTER);
    setCritical(false);
  };
  const add = (
    <Button look="primary" icon="plus" writes onPress={() => note({ kind: "event", words: null })}>
      {t("events.new")}
    </Button>
  );
  const critical = events?.filter((one) => one.critical).length ?? 0;
  return (
    <div className="place-page">
      <header className="place-head">
        <h1>{t("events.title")}</h1>
        <DisplayTabs here="events" />
        <p className="muted">{t("events.lead")}</p>
        <HappenedFilters
          label={t("events.filter")}
          find={t("events.find")}
          cases={t("actors")}
          filter={filter}
          onChange={setFilter}
        >
          <Checkbox isSelected={isCritical} onChange={setCritical}>
            {t("events.critical")}
          </Checkbox>
        </HappenedFilters>
        {add}
      </header>
      {named && isGone && <p role="alert">{t("gone")}</p>}
      {isPending && <Loading />}
      {isError &&
        (isFiltered ? (
          <p role="alert">{error.message}</p>
        ) : (
          <Unread title={t("unread")} onRetry={() => refetch()} />
        ))}
      {!isError && events && events.length > 0 && (
        <p className="muted" role="status">
          {t(isFiltered ? "events.found" : "events.count", { count: events.length })},{" "}
          {t("events.ofThem", { count: critical })}
        </p>
      )}
      {!isError && events?.length === 0 && (
        <EmptyState
          icon="history"
          title={t(isFiltered ? "events.notFound" : "events.none")}
          doings={isFiltered && <Button onPress={clear}>{t("filter.clear")}</Button>}
        >
          {!isFiltered && t("events.how")}
        </EmptyState>
      )}
      <ol className="happened" aria-label={t("events.title")}>
        {!isError && events?.map((one) => <EventLine key={one.guid} one={one} />)}
      </ol>
      <States open={asked.get("state")} />
      {named && open && <EventDialog key={open.guid} one={open} onClose={close} />}
    </div>
  );
}
