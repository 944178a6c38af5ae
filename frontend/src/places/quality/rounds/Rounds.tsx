import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Round, useRounds } from "../../../api/rounds";
import { EmptyState, Loading } from "../../../components/Bits";
import { Button } from "../../../components/Button";
import { Unread } from "../../../components/Unread";
import { NewRound } from "./NewRound";
import { OverTime } from "./OverTime";
import { RoundSection } from "./RoundSection";
import "./rounds.css";

const lastFirst = (one: Round, other: Round) => other.opened.localeCompare(one.opened);

/** Who reads what in which round, how far they are, and what each round came to. */
export function Rounds() {
  const { t } = useTranslation("rounds");
  const { data: rounds, isPending, isError, error, refetch } = useRounds();
  const [isOpening, setOpening] = useState(false);
  const open = (rounds ?? []).filter(({ closed }) => closed === null);
  const closed = (rounds ?? []).filter(({ closed }) => closed !== null);
  return (
    <div className="rounds">
      <div className="rounds-doings">
        <Button look="primary" icon="plus" writes onPress={() => setOpening(true)}>
          {t("new")}
        </Button>
      </div>
      {isPending && <Loading />}
      {isError && (
        <Unread title={t("unread")} onRetry={() => refetch()}>
          {error.message}
        </Unread>
      )}
      {rounds?.length === 0 && (
        <EmptyState icon="list" title={t("none.title")}>
          {t("none.body")}
        </EmptyState>
      )}
      {[...open].sort(lastFirst).map((round) => (
        <RoundSection key={round.guid} round={round} />
      ))}
      <OverTime rounds={closed} />
      {[...closed].sort(lastFirst).map((round) => (
        <RoundSection key={round.guid} round={round} />
      ))}
      {isOpening && <NewRound onClose={() => setOpening(false)} />}
    </div>
  );
}
