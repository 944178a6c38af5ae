import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { useManuscripts } from "../../../api/manuscripts";
import { Badge, EmptyState, Loading } from "../../../components/Bits";
import { Unread } from "../../../components/Unread";
import { dated } from "../../../lib/dates";
import { useBringing } from "./bringing";
import { FileButton } from "./FileButton";
import { STANDINGS, toneOf } from "./standings";
import "./manuscript.css";

/** The manuscripts of the study, and how they quote it. */
export function Manuscripts() {
  const { t } = useTranslation("manuscripts");
  const [, navigate] = useLocation();
  const { data, isPending, isError, refetch } = useManuscripts();
  const bringing = useBringing((guid) => navigate(`/conclude/manuscripts/${guid}`));
  const bring = (
    <FileButton
      label={t("bring")}
      icon="import"
      look="primary"
      writes
      isPending={bringing.isPending}
      onFile={bringing.take}
    />
  );
  return (
    <div className="place-page">
      <header className="place-head">
        <div>
          <Link href="/conclude">{t("back")}</Link>
          <h1>{t("title")}</h1>
          <p className="muted">{t("lead")}</p>
        </div>
        {data && data.length > 0 && bring}
      </header>
      {isPending && <Loading />}
      {isError && <Unread title={t("unread")} onRetry={() => refetch()} />}
      {data?.length === 0 && (
        <EmptyState icon="report" title={t("empty.title")} doings={bring}>
          {t("empty.body")}
        </EmptyState>
      )}
      <ul className="manuscripts">
        {data?.map((one) => (
          <li key={one.guid}>
            <h2>
              <Link href={`/conclude/manuscripts/${one.guid}`}>{one.name}</Link>
            </h2>
            <p className="muted">
              {t("listed", { count: one.paragraphs, date: dated(one.created) })}
            </p>
            <p className="manuscript-standings">
              {STANDINGS.filter((standing) => (one.standings[standing] ?? 0) > 0).map(
                (standing) => (
                  <Badge key={standing} tone={toneOf(standing)}>
                    {one.standings[standing]} {t(`standing.${standing}`)}
                  </Badge>
                ),
              )}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
