import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/findings";
import { STANCES } from "./board";
import { StanceMark } from "./Marks";

function goTo(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: "start" });
  document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
}

/** How much stands where, and the way there; it stays in sight while the evidence is read. */
export function Jump({ finding }: { finding: Finding }) {
  const { t } = useTranslation("conclude");
  return (
    <nav className="jump" aria-label={t("finding.jump")}>
      {STANCES.map((stance) => (
        <Button key={stance} onPress={() => goTo(`evidence-${stance}`)}>
          <StanceMark stance={stance} />
          {t(`stance.${stance}`)} <span className="number">{finding.counts[stance]}</span>
        </Button>
      ))}
      <Button onPress={() => goTo("unweighed")}>
        {t("unweighed.title")} <span className="number">{finding.unweighed}</span>
      </Button>
    </nav>
  );
}
