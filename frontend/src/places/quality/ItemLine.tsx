import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type ChecklistName, type Item, type ItemState, ownOf } from "../../api/checklists";
import { Badge } from "../../components/Bits";
import { Button } from "../../components/Button";
import type { IconName } from "../../components/icon-paths";
import { dated } from "../../lib/dates";
import { Answering } from "./Answering";
import { addressOfPlace, pageOf } from "./places";

const LOOKS: Readonly<
  Record<ItemState, { tone: "good" | "warn" | "danger" | "plain"; icon: IconName }>
> = {
  "on record": { tone: "good", icon: "check" },
  partly: { tone: "warn", icon: "more" },
  "not on record": { tone: "danger", icon: "close" },
  "not applicable": { tone: "plain", icon: "minus" },
};

function Answers({ item }: { item: Item }) {
  const { t } = useTranslation("quality");
  return item.answers.map((one, at) => (
    <div key={one.guid} className="item-answer" data-older={at > 0 || undefined}>
      <p dir="auto">{one.text || t(`states.${one.state}`)}</p>
      <small className="muted">
        {t("by", { by: one.by, date: dated(one.answered) })}
        {one.place && ` · ${t("told", { place: one.place })}`}
        {at > 0 && ` · ${t("older", { state: t(`states.${one.state}`) })}`}
      </small>
    </div>
  ));
}

function Places({ item }: { item: Item }) {
  const { t } = useTranslation("quality");
  if (item.places.length === 0) return null;
  return (
    <p className="item-places">
      {item.places.map((place) => {
        const page = pageOf(place);
        return (
          <Link key={`${place.kind} ${place.guid}`} href={addressOfPlace(place)}>
            {page ? t(`pages.${page}`) : place.name}
          </Link>
        );
      })}
    </p>
  );
}

interface Props {
  of: ChecklistName;
  item: Item;
  isAnswered: boolean;
  readOnly: boolean;
  onAnswer: (number: string | null) => void;
}

/** An item with what the study says and what people answered. */
export function ItemLine({ of, item, isAnswered, readOnly, onAnswer }: Props) {
  const { t } = useTranslation("quality");
  const line = useRef<HTMLElement>(null);
  const wasAnswered = useRef(false);
  useEffect(() => {
    // The form is gone: the keys go on from its item.
    if (wasAnswered.current && !isAnswered) line.current?.focus({ preventScroll: true });
    wasAnswered.current = isAnswered;
  }, [isAnswered]);
  const { tone, icon } = LOOKS[item.state];
  const isOpen = item.state === "partly" || item.state === "not on record";
  return (
    <article
      ref={line}
      className="item"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the list act on it
      tabIndex={0}
      data-item={item.number}
      aria-labelledby={`item-${item.number}`}
    >
      <span className="item-number number">{item.number}</span>
      <div className="item-asked">
        <h3 id={`item-${item.number}`}>{item.topic}</h3>
        <p className="muted">{item.asks}</p>
        <Badge tone={tone} icon={icon}>
          {t(`states.${item.state}`)}
        </Badge>
      </div>
      <div className="item-told">
        <Answers item={item} />
        <p className={item.answers.length > 0 ? "muted" : undefined}>{item.sentence}</p>
        {item.details.length > 0 && (
          <details>
            <summary>{t("details", { count: item.details.length })}</summary>
            <dl>
              {item.details.map(({ name, text }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd dir="auto">{text}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
        {isOpen && item.advice && <p className="item-advice">→ {item.advice}</p>}
        <Places item={item} />
        {isAnswered ? (
          <Answering of={of} item={item} onDone={() => onAnswer(null)} />
        ) : (
          !readOnly && (
            <Button
              small
              look="quiet"
              icon="edit"
              writes
              aria-label={t(ownOf(item) ? "changeOf" : "answerOf", { number: item.number })}
              onPress={() => onAnswer(item.number)}
            >
              {t(ownOf(item) ? "change" : "answer")}
            </Button>
          )
        )}
      </div>
    </article>
  );
}
