import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/findings";
import { standing, tally } from "./board";
import { Balance, OutcomeMark } from "./Marks";

interface Props {
  finding: Finding;
  question: string | null;
}

/** A finding on the board: what it says, what stands for and against it, how it was tested. */
export function Card({ finding, question }: Props) {
  const { t } = useTranslation("conclude");
  const stale = finding.checks.filter((check) => check.stale).length;
  const pressing = finding.checks.filter((check) => ["fails", "weak"].includes(standing(check)));
  const quiet = tally(finding.checks).filter(({ outcome }) => outcome === "holds");
  return (
    <a className="finding-card" href={`#/conclude/${finding.guid}`}>
      <p className="finding-label">
        <strong>{finding.label}</strong> {t(`kind.${finding.kind as "pattern"}`)}
      </p>
      <p className="finding-statement">{finding.statement}</p>
      {question && <p className="finding-question">{question}</p>}
      <Balance counts={finding.counts} />
      {finding.unweighed > 0 && (
        <p className="finding-unweighed">{t("card.unweighed", { count: finding.unweighed })}</p>
      )}
      {finding.checks.length > 0 && (
        <ul className="finding-checks" aria-label={t("card.checks")}>
          {pressing.map((check) => (
            <li key={check.tactic}>
              <OutcomeMark outcome={standing(check)} /> {check.title}
            </li>
          ))}
          {quiet.map(({ outcome, count }) => (
            <li key={outcome}>
              <OutcomeMark outcome={outcome} /> {t("card.checkCount", { count })}
            </li>
          ))}
        </ul>
      )}
      {stale > 0 && <p className="finding-stale">{t("card.stale", { count: stale })}</p>}
    </a>
  );
}
