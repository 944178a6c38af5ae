import { useTranslation } from "react-i18next";
import { type Settled, useSettled } from "../../../api/agreement";
import { EmptyState, Loading } from "../../../components/Bits";
import { Unread } from "../../../components/Unread";
import { dated } from "../../../lib/dates";
import { placeOf } from "../../../shapes/Quote";
import { versionsOf } from "./versions";

/** What each had before, in words: their names with where they coded. */
function Before({ of }: { of: Settled }) {
  const { t } = useTranslation("agreement");
  const told = versionsOf(of.had).map(({ names, stretches }) =>
    t("settled.had", {
      names: names.join(", "),
      stretches:
        stretches.length === 0
          ? t("versions.nothing")
          : stretches.map(({ start, end }) => `${start}–${end}`).join(", "),
    }),
  );
  return <small className="muted">{t("settled.before", { versions: told.join("; ") })}</small>;
}

/** What was decided where people differed, the latest first. */
export function SettledList() {
  const { t } = useTranslation("agreement");
  const { data, isError, refetch } = useSettled();
  if (isError) return <Unread title={t("settled.unread")} onRetry={() => refetch()} />;
  if (!data) return <Loading />;
  if (data.length === 0) {
    return (
      <EmptyState icon="list" title={t("settled.none")}>
        {t("settled.noneHint")}
      </EmptyState>
    );
  }
  return (
    <ol className="settled-list">
      {data.map((one) => (
        <li key={one.guid}>
          <p className="settled-head">
            <strong>{one.code_name}</strong>
            <a href={placeOf(one)}>{one.source_name}</a>
            <span>{one.told}</span>
          </p>
          <p className="settle-words" dir="auto">
            {one.text}
          </p>
          {one.reason && <p>{one.reason}</p>}
          <p>
            <small className="muted">
              {t("settled.by", { name: one.user, date: dated(one.created) })}
            </small>{" "}
            <Before of={one} />
          </p>
        </li>
      ))}
    </ol>
  );
}
