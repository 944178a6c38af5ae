import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useHistory } from "../../api/history";
import { useStudy } from "../../api/study";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Select } from "../../components/Field";
import { Spinner } from "../../components/Spinner";
import { dayed } from "../../lib/dates";
import { ChangeLine } from "./ChangeLine";
import { byDay } from "./changes";
import "../../components/page.css";
import "../../shapes/quote.css";
import "./history.css";

const ALL = "all";

/** Asks for more when the end of the list comes near. */
function Further({ onNear, isPending }: { onNear: () => void; isPending: boolean }) {
  const { t } = useTranslation("history");
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = mark.current;
    if (!element || isPending) {
      return;
    }
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some((one) => one.isIntersecting)) {
          onNear();
        }
      },
      { rootMargin: "600px" },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [onNear, isPending]);
  return (
    <div ref={mark} className="history-more">
      <Spinner size={16} label={t("loading")} />
    </div>
  );
}

/** A day as people speak of it. */
function useDayName() {
  const { t } = useTranslation("history");
  const now = new Date();
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  return (time: string) => {
    const day = new Date(time).toDateString();
    if (day === now.toDateString()) {
      return t("today");
    }
    return day === yesterday.toDateString() ? t("yesterday") : dayed(time);
  };
}

/** Everything that was done, newest first. */
export default function History() {
  const { t } = useTranslation("history");
  const { data: study } = useStudy();
  const [user, setUser] = useState(ALL);
  const history = useHistory(user === ALL ? null : user);
  const dayName = useDayName();
  const changes = useMemo(
    () => history.data?.pages.flatMap((page) => page.changes) ?? [],
    [history.data],
  );
  const users = study?.users ?? [];
  const again = <Button onPress={() => history.refetch()}>{t("retry")}</Button>;
  return (
    <div className="place-page history">
      <header className="place-head">
        <div>
          <h1>{t("title")}</h1>
          <p className="muted">{t("lead")}</p>
        </div>
        {users.length > 1 && (
          <Select
            label={t("person.label")}
            bare
            choices={[
              { id: ALL, label: t("person.all") },
              ...users.map((one) => ({ id: one.guid, label: one.name })),
            ]}
            value={user}
            onChange={setUser}
          />
        )}
      </header>
      {history.isPending && <Loading />}
      {history.isError && <EmptyState icon="warning" title={t("unread")} doings={again} />}
      {history.data && changes.length === 0 && (
        <EmptyState icon="history" title={user === ALL ? t("empty.title") : t("emptyPerson")}>
          {user === ALL && t("empty.body")}
        </EmptyState>
      )}
      {byDay(changes, dayName).map((day) => (
        <section key={day.day} aria-label={day.day}>
          <h2>{day.day}</h2>
          <ol>
            {day.changes.map((change) => (
              <ChangeLine
                key={change.seq}
                change={change}
                colour={users.find((one) => one.guid === change.user)?.colour ?? null}
                readOnly={!study || Boolean(study.read_only)}
              />
            ))}
          </ol>
        </section>
      ))}
      {history.hasNextPage && (
        <Further onNear={history.fetchNextPage} isPending={history.isFetchingNextPage} />
      )}
      {changes.length > 0 && !history.hasNextPage && (
        <p className="muted history-start">{t("start")}</p>
      )}
    </div>
  );
}
