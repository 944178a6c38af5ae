import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type AgreementAsked,
  type Disagreement,
  ORDERS,
  type Order,
  useDisagreements,
} from "../../../api/agreement";
import { EmptyState, Loading } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { Segmented } from "../../../components/Segmented";
import { Unread } from "../../../components/Unread";
import { SettlePanel } from "./SettlePanel";
import { togetherWith } from "./together";
import "./settle.css";

const PAGE = 50;

/** What an entry stands under, where they do not stand by size. */
const headOf = (one: Disagreement, by: Order) =>
  by === "code" ? one.code_name : by === "place" ? one.source_name : "";

interface ListProps {
  found: readonly Disagreement[];
  by: Order;
  now: Disagreement | undefined;
  counts: ReadonlyMap<string, number>;
  onChoose: (key: string) => void;
}

function List({ found, by, now, counts, onChoose }: ListProps) {
  const { t } = useTranslation("agreement");
  return (
    <ol className="settle-list">
      {found.map((one, at) => {
        const head = headOf(one, by);
        const before = found[at - 1];
        const isFirst = head !== "" && (!before || headOf(before, by) !== head);
        return (
          <li key={one.key}>
            {isFirst && (
              <h3>
                <span className="clip">{head}</span>
                <span className="muted number">{counts.get(head)}</span>
              </h3>
            )}
            <button
              type="button"
              className="settle-entry"
              aria-current={one.key === now?.key ? "true" : undefined}
              onClick={() => onChoose(one.key)}
            >
              <span className="settle-where">
                {by !== "code" && <strong className="clip">{one.code_name}</strong>}
                {by !== "place" && <span className="muted clip">{one.source_name}</span>}
              </span>
              <span className="settle-words" dir="auto">
                {one.text}
              </span>
              <small className="muted">
                {t("open.apart", { count: Math.max(1, Math.round(one.apart)) })}
              </small>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** Where people differ, in an order, with the one that is being settled. */
export function Disagreements({ asked }: { asked: AgreementAsked }) {
  const { t } = useTranslation("agreement");
  const [by, setBy] = useState<Order>("size");
  const [limit, setLimit] = useState(PAGE);
  const [chosen, setChosen] = useState("");
  // Settled while the list was as of that change: a later list knows better.
  const [gone, setGone] = useState<ReadonlyMap<string, number>>(new Map());
  const { data, error, refetch } = useDisagreements(asked, by, limit);
  if (error) {
    return (
      <Unread title={t("open.unread")} onRetry={() => refetch()}>
        {error.message}
      </Unread>
    );
  }
  if (!data) return <Loading />;
  const isGone = (key: string) => (gone.get(key) ?? -1) >= data.version;
  const found = data.disagreements.filter(({ key }) => !isGone(key));
  const place = Math.max(
    found.findIndex(({ key }) => key === chosen),
    0,
  );
  const now = found[place];
  const hidden = data.disagreements.length - found.length;
  const left = data.total - hidden;
  const counts = new Map(
    (by === "code" ? data.codes : data.sources).map(({ name, count }) => [name, count]),
  );
  const step = (many: number) =>
    setChosen(found[(place + many + found.length) % found.length]?.key ?? "");
  const settled = (keys: readonly string[], isSettled: boolean) => {
    const next = [...found.slice(place), ...found].find(({ key }) => !keys.includes(key));
    setChosen(isSettled ? (next?.key ?? "") : (keys[0] ?? ""));
    setGone(
      (all) =>
        new Map([...all, ...keys.map((key) => [key, isSettled ? data.version : -1] as const)]),
    );
  };
  if (!now) {
    return (
      <EmptyState icon="check" title={data.reason ?? t("open.through")}>
        {t("open.none")}
      </EmptyState>
    );
  }
  return (
    <div className="settle-page">
      <div className="settle-side">
        <p role="status">{t("open.left", { count: left })}</p>
        <Segmented
          small
          label={t("open.by")}
          value={by}
          choices={ORDERS.map((id) => ({ id, label: t(`open.orders.${id}`) }))}
          onChange={setBy}
        />
        <List found={found} by={by} now={now} counts={counts} onChoose={setChosen} />
        {data.total > data.disagreements.length && (
          <Button small look="quiet" onPress={() => setLimit(limit + PAGE)}>
            {t("open.more")}
          </Button>
        )}
      </div>
      <SettlePanel
        disagreement={now}
        beside={togetherWith(now, found)}
        coders={asked.coders}
        onSettled={settled}
        onStep={step}
      />
    </div>
  );
}
