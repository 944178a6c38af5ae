import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Matrix } from "../../api/displays";
import { EmptyState, Loading } from "../../components/Bits";
import { BlindNote } from "../../components/BlindNote";
import { Button } from "../../components/Button";
import { RemarksOf } from "../../components/RemarksOf";
import { Spinner } from "../../components/Spinner";
import { Unread } from "../../components/Unread";
import { Beside } from "./Beside";
import { Drawn, type ResultProps } from "./Drawn";
import { OnCanvas } from "./OnCanvas";
import { Strays } from "./Strays";

function Caption({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation("display");
  const { unit, filter, n, counted, notes } = matrix.caption;
  return (
    <div className="display-caption">
      <p>
        <span>{t("caption.unit", { unit })}</span>
        <span>{counted ? t("caption.counted", { what: counted, n }) : t("caption.n", { n })}</span>
        {filter && <span>{t("caption.filter", { filter })}</span>}
      </p>
      {notes.length > 0 && (
        <details open={notes.length < 3}>
          <summary>{t("caption.notes")}</summary>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** What was there last, while there is nothing new: a query half written takes nothing away. */
function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) {
    setLast(value);
  }
  return value ?? last;
}

/** Why there is nothing to show, and what was written where something was once. */
function Nothing({ matrix, hasCodings, saved, readOnly }: ResultProps & { matrix: Matrix }) {
  const { t } = useTranslation("display");
  const { notes, reasons, filter } = matrix.caption;
  // A kind that says itself what it lacks is not contradicted.
  const own = [...reasons, ...(filter ? [t("empty.filter")] : [])];
  const general = hasCodings ? [...notes, t("empty.filter")] : [t("empty.codings")];
  const why = reasons.length > 0 ? own : general;
  return (
    <>
      <EmptyState
        icon="display"
        title={t("empty.title")}
        doings={!hasCodings && reasons.length === 0 && <a href="#/reduce">{t("empty.reduce")}</a>}
      >
        {why.join(" ")}
      </EmptyState>
      <Strays matrix={matrix} saved={saved} readOnly={readOnly} />
    </>
  );
}

/** What comes of the settings: the table or chart, what it says of itself, and the words behind it. */
export function Result(props: ResultProps) {
  const { computed, refused } = props;
  const { t } = useTranslation("display");
  const queries = useQueryClient();
  const stop = () => void queries.cancelQueries({ queryKey: ["displays"] });
  const matrix = useLast(computed.data);
  if (props.place.view === "canvas") {
    return <OnCanvas {...props} />;
  }
  if (computed.isError && !refused) {
    return (
      <Unread title={t("failed")} onRetry={() => computed.refetch()}>
        {computed.error.message}
      </Unread>
    );
  }
  if (!matrix) {
    return refused ? <div className="display-result" /> : <Loading />;
  }
  if (matrix.rows.length === 0 || matrix.columns.length === 0) {
    return <Nothing {...props} matrix={matrix} />;
  }
  return (
    <>
      <div
        className="display-result"
        data-stale={computed.isPlaceholderData || refused || undefined}
      >
        <h2 className="sr-only">{matrix.caption.title}</h2>
        <BlindNote />
        <Caption matrix={matrix} />
        {computed.isFetching && (
          <p className="display-wait">
            <Spinner size={14} label={t("computing")} />
            <Button small look="quiet" onPress={stop}>
              {t("stop")}
            </Button>
          </p>
        )}
        <Drawn {...props} matrix={matrix} />
        <Strays matrix={matrix} saved={props.saved} readOnly={props.readOnly} />
        {props.saved && <RemarksOf key={props.saved} kind="display" guid={props.saved} quiet />}
      </div>
      <Beside {...props} matrix={matrix} />
    </>
  );
}
