import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Check, type Finding, useFindingWrites } from "../../api/findings";
import { Badge } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Select, TextField } from "../../components/Field";
import { Fold } from "../../components/Fold";
import { dated } from "../../lib/dates";
import { OUTCOMES, type Outcome, standing, tally } from "./board";
import { Facts } from "./Facts";
import { OutcomeMark } from "./Marks";
import type { Offered } from "./RecordForm";
import { Records } from "./Records";
import { onRecordOf } from "./record-fields";
import { useRefusal } from "./saving";
import { asks, grouped } from "./tactics";
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

interface CheckProps {
  check: Check;
  finding: Finding;
  readOnly: boolean;
}

/** What was judged, beside what is computed. */
function Judged({ check }: { check: Check }) {
  const { t } = useTranslation("conclude");
  const outcome = standing(check);
  if (!check.judged) return null;
  return (
    <div className="check-judged">
      <p>
        <strong>
          {t("checks.judged", { by: check.judged.by ?? "–", verdict: t(`outcome.${outcome}`) })}
        </strong>{" "}
        <span className="muted">{dated(check.judged.created)}</span>
      </p>
      {check.judged.note && <p>{check.judged.note}</p>}
      {check.outcome !== outcome && (
        <p className="muted">{t("checks.computed", { outcome: t(`outcome.${check.outcome}`) })}</p>
      )}
    </div>
  );
}

/** What a check's facts name for its form: cases that nobody has looked at, words without a count. */
function offeredBy({ facts }: Check): Offered {
  const named = (name: string) => {
    const found = facts[name];
    return Array.isArray(found) ? found.map(String) : [];
  };
  return { cases: named("not_looked_at"), words: named("free") };
}

function CheckBody({ check, finding, readOnly }: CheckProps) {
  const { t } = useTranslation("conclude");
  const [isJudging, setJudging] = useState(false);
  const about = onRecordOf(check.tactic);
  return (
    <div className="check-body">
      <p>{check.sentence}</p>
      <Judged check={check} />
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
      {about && (
        <Records finding={finding} about={about} offered={offeredBy(check)} readOnly={readOnly} />
      )}
      <Fold title={t("checks.facts")}>
        <Facts facts={check.facts} />
        {check.source && <p className="muted">{t("checks.after", { source: check.source })}</p>}
      </Fold>
      {isJudging && <Judging check={check} finding={finding} onDone={() => setJudging(false)} />}
      {!(readOnly || isJudging) && (
        <Button small look="quiet" icon="edit" onPress={() => setJudging(true)}>
          {t("checks.judge")}
        </Button>
      )}
    </div>
  );
}

/** A check; folded where it asks for nothing, and it stays as it is put while it is looked at. */
function CheckLine(props: CheckProps) {
  const { check } = props;
  return (
    <li className="check">
      <Fold
        open={asks(check)}
        titleClass="check-title"
        title={
          <>
            <h4>{check.title}</h4> <OutcomeMark outcome={standing(check)} />
          </>
        }
      >
        <CheckBody {...props} />
      </Fold>
    </li>
  );
}

/** What each way of verifying shows today, and what the analyst made of it. */
export function Checks({ finding, readOnly }: { finding: Finding; readOnly: boolean }) {
  const { t } = useTranslation(["conclude", "tested"]);
  return (
    <section className="checks" aria-labelledby="checks">
      <h2 id="checks">{t("checks.title")}</h2>
      <p className="check-tally">
        {tally(finding.checks).map(({ outcome, count }) => (
          <OutcomeMark key={outcome} outcome={outcome}>
            {`${count} ${t(`outcome.${outcome}`)}`}
          </OutcomeMark>
        ))}
      </p>
      {grouped(finding.checks).map(({ group, checks }) => (
        <section key={group} aria-labelledby={`checks-${group}`}>
          <h3 id={`checks-${group}`}>{t(`tested:groups.${group}`)}</h3>
          <ul>
            {checks.map((check) => (
              <CheckLine key={check.tactic} check={check} finding={finding} readOnly={readOnly} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
