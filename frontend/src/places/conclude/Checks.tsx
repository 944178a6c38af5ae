import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Check, type Finding, useFindingWrites } from "../../api/findings";
import { Badge } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Select, TextField } from "../../components/Field";
import { dated } from "../../lib/dates";
import { OUTCOMES, type Outcome, standing } from "./board";
import { Facts } from "./Facts";
import { OutcomeMark } from "./Marks";
import { useRefusal } from "./saving";
import "./checks.css";

function Judging({
  check,
  finding,
  onDone,
}: {
  check: Check;
  finding: Finding;
  onDone: () => void;
}) {
  const { t } = useTranslation("conclude");
  const { judge } = useFindingWrites();
  const refused = useRefusal();
  const [verdict, setVerdict] = useState<Outcome>(standing(check));
  const [note, setNote] = useState(check.judged?.note ?? "");
  const save = () =>
    judge.mutate(
      { guid: finding.guid, tactic: check.tactic, verdict, note: note.trim() },
      { onSuccess: onDone, onError: (error) => refused(error, note) },
    );
  return (
    <div className="check-judging">
      <Select
        label={t("outcome.label")}
        choices={OUTCOMES.map((id) => ({ id, label: t(`outcome.${id}`) }))}
        value={verdict}
        onChange={setVerdict}
      />
      <TextField label={t("checks.note")} rows={2} value={note} onChange={setNote} />
      <div className="check-doings">
        <Button small look="primary" isPending={judge.isPending} onPress={save}>
          {t("checks.save")}
        </Button>
        <Button small look="quiet" onPress={onDone}>
          {t("new.cancel")}
        </Button>
      </div>
    </div>
  );
}

function CheckLine({
  check,
  finding,
  readOnly,
}: {
  check: Check;
  finding: Finding;
  readOnly: boolean;
}) {
  const { t } = useTranslation("conclude");
  const [isJudging, setJudging] = useState(false);
  const outcome = standing(check);
  const differs = check.judged !== null && check.outcome !== outcome;
  return (
    <li className="check">
      <h3>
        {check.title} <OutcomeMark outcome={outcome} />
      </h3>
      <p>{check.sentence}</p>
      {check.judged && (
        <div className="check-judged">
          <p>
            <strong>
              {t("checks.judged", {
                by: check.judged.by ?? "–",
                verdict: t(`outcome.${outcome}`),
              })}
            </strong>{" "}
            <span className="muted">{dated(check.judged.created)}</span>
          </p>
          {check.judged.note && <p>{check.judged.note}</p>}
          {differs && (
            <p className="muted">
              {t("checks.computed", { outcome: t(`outcome.${check.outcome}`) })}
            </p>
          )}
        </div>
      )}
      {check.stale && (
        <Badge tone="warn" icon="warning">
          {t("checks.stale")}
        </Badge>
      )}
      {check.advice && (
        <p className="check-advice">
          <strong>{t("checks.advice")}</strong> {check.advice}
        </p>
      )}
      <details>
        <summary>{t("checks.facts")}</summary>
        <Facts facts={check.facts} />
        {check.source && <p className="muted">{t("checks.after", { source: check.source })}</p>}
      </details>
      {isJudging && <Judging check={check} finding={finding} onDone={() => setJudging(false)} />}
      {!(readOnly || isJudging) && (
        <Button small look="quiet" icon="edit" onPress={() => setJudging(true)}>
          {t("checks.judge")}
        </Button>
      )}
    </li>
  );
}

/** What each way of verifying shows today, and what the analyst made of it. */
export function Checks({ finding, readOnly }: { finding: Finding; readOnly: boolean }) {
  const { t } = useTranslation("conclude");
  return (
    <section className="checks" aria-labelledby="checks">
      <h2 id="checks">{t("checks.title")}</h2>
      <ul>
        {finding.checks.map((check) => (
          <CheckLine key={check.tactic} check={check} finding={finding} readOnly={readOnly} />
        ))}
      </ul>
    </section>
  );
}
