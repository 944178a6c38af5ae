import { useTranslation } from "react-i18next";
import { balance, type Outcome } from "./board";
import { STANCES, type Stance } from "./stances";

/** Each outcome has a shape of its own, so that it is told without its colour. */
const SHAPES: Record<Outcome, string> = {
  holds: "M4 10.5 8 14.5 16 6",
  weak: "M4 10q3-5 6 0t6 0",
  fails: "M5 5 15 15M15 5 5 15",
  "not applicable": "M5 10h10",
};

const TONES: Record<Outcome, string> = {
  holds: "good",
  weak: "warn",
  fails: "danger",
  "not applicable": "plain",
};

/** How a check stands: a drawing and a word. */
export function OutcomeMark({ outcome, children }: { outcome: Outcome; children?: string }) {
  const { t } = useTranslation("conclude");
  return (
    <span className={`badge outcome ${TONES[outcome]}`}>
      <svg width="13" height="13" viewBox="0 0 20 20" fill="none" aria-hidden="true">
        <path d={SHAPES[outcome]} stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      </svg>
      {children ?? t(`outcome.${outcome}`)}
    </span>
  );
}

/** A drawing for where evidence stands: towards it, beside it, against it. */
const ARROWS: Record<Stance, string> = {
  supports: "M10 16V4M5 9l5-5 5 5",
  qualifies: "M4 10h12M8 6 4 10l4 4M12 6l4 4-4 4",
  contradicts: "M10 4v12M5 11l5 5 5-5",
};

export function StanceMark({ stance }: { stance: Stance }) {
  return (
    <svg
      className={`stance ${stance}`}
      width="16"
      height="16"
      viewBox="0 0 20 20"
      fill="none"
      aria-hidden="true"
    >
      <path
        d={ARROWS[stance]}
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

type Counts = Readonly<Record<Stance, number>>;

/** How much stands where: in words, and as a bar whose parts differ in pattern too. */
export function Balance({ counts }: { counts: Counts }) {
  const { t } = useTranslation("conclude");
  const parts = balance(counts);
  const total = STANCES.reduce((sum, stance) => sum + counts[stance], 0);
  if (total === 0) {
    return <p className="balance muted">{t("card.noEvidence")}</p>;
  }
  return (
    <div className="balance">
      <div className="balance-bar" aria-hidden="true">
        {parts
          .filter((part) => part.count > 0)
          .map((part) => (
            <span key={part.stance} className={part.stance} style={{ flexGrow: part.share }} />
          ))}
      </div>
      <p>{t("card.evidence", { ...counts })}</p>
    </div>
  );
}
