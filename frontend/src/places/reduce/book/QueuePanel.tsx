import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ink } from "../../../annotators/text/api";
import { useRecode } from "../../../api/codebook";
import { lasting } from "../../../api/lasting";
import { useSegments } from "../../../api/segments";
import type { Code, Segment } from "../../../api/types";
import { Loading } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { Quote } from "../../../shapes/Quote";
import { Swatch } from "../Swatch";
import { ownQuery } from "./SplitPanel";
import { ask } from "./shelf";
import { useDone } from "./use-done";
import "./code-queue.css";

interface Props {
  code: Code;
  codes: readonly Code[];
  inks: ReadonlyMap<string, Ink>;
}

const MOST = 9;
const LATER = "0";
const BACK = "Backspace";

const keyOf = ({ source, start, end }: Segment) => `${source} ${start} ${end}`;

/** A code's own passages one after the other, each given to one of the codes below it by a key. */
export function QueuePanel({ code, codes, inks }: Props) {
  const { t } = useTranslation("codebook");
  const below = codes
    .filter(({ parent, codable }) => parent === code.guid && codable)
    .slice(0, MOST);
  const [passed, setPassed] = useState<readonly string[]>([]);
  const found = useSegments(ownQuery(code.path, ""), { context: 160 });
  const recode = useRecode();
  const { done, onError } = useDone();
  const place = useRef<HTMLElement>(null);
  const { isPending } = found;
  useEffect(() => {
    if (!isPending) place.current?.focus();
  }, [isPending]);
  const segments = found.data?.pages.flatMap((page) => page.segments) ?? [];
  const open = segments.filter((segment) => !passed.includes(keyOf(segment)));
  const left = (found.data?.pages[0]?.total ?? 0) - (segments.length - open.length);
  const [now] = open;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  useEffect(() => {
    if (!now && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [now, hasNextPage, isFetchingNextPage, fetchNextPage]);

  const pass = (segment: Segment) => {
    setPassed([...passed, keyOf(segment)]);
    place.current?.focus();
  };
  const give = (segment: Segment, to: Code) => {
    const codings = segment.marks.filter((mark) => mark.code === code.guid);
    pass(segment);
    lasting(
      recode,
      { codings: codings.map(({ coding }) => coding), code: to.guid, adds: false },
      {
        onSuccess: () => done(t("recoded", { name: to.name, count: codings.length })),
        onError: (error) => {
          setPassed((before) => before.filter((key) => key !== keyOf(segment)));
          onError(error);
        },
      },
    );
  };
  const press = (event: KeyboardEvent) => {
    const to = below[Number(event.key) - 1];
    if (event.key === BACK) setPassed(passed.slice(0, -1));
    else if (!now) return;
    else if (event.key === LATER) pass(now);
    else if (to) give(now, to);
    else return;
    event.preventDefault();
  };
  if (isPending) return <Loading />;
  if (below.length === 0) {
    return (
      <div className="code-queue">
        <p className="muted">{t("queue.noneBelow", { name: code.name })}</p>
        <Button icon="plus" writes onPress={() => ask({ kind: "add", parent: code })}>
          {t("queue.addBelow")}
        </Button>
      </div>
    );
  }
  return (
    <section
      ref={place}
      className="code-queue"
      aria-label={t("queue.title", { name: code.name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it has the keys
      tabIndex={0}
      data-keeps={`${below.map((_, at) => at + 1).join(" ")} ${LATER} ${BACK}`}
      onKeyDown={press}
    >
      <p className="muted" role="status">
        {now ? t("queue.left", { count: left }) : t("queue.through")}
      </p>
      {now && <Quote segment={now} />}
      <ol>
        {below.map((to, at) => (
          <li key={to.guid}>
            <Button
              small
              writes
              isDisabled={!now}
              onPress={() => now && give(now, to)}
              aria-keyshortcuts={String(at + 1)}
            >
              <span className="code-queue-to">
                <kbd>{at + 1}</kbd>
                <Swatch ink={inks.get(to.guid)} />
                <span className="clip">{to.name}</span>
              </span>
            </Button>
          </li>
        ))}
      </ol>
      <p className="code-queue-doings">
        <Button small look="quiet" isDisabled={!now} onPress={() => now && pass(now)}>
          <kbd>{LATER}</kbd> {t("queue.stays")}
        </Button>
        <Button
          small
          look="quiet"
          isDisabled={passed.length === 0}
          onPress={() => {
            setPassed(passed.slice(0, -1));
            place.current?.focus();
          }}
        >
          <kbd>⌫</kbd> {t("queue.back")}
        </Button>
      </p>
    </section>
  );
}
