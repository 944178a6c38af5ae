import { type DragEvent, useState } from "react";
import { Button } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Finding } from "../../api/findings";
import { type Dragged, dropped, useDragged } from "../../lib/drag";
import { STANCES, type Stance } from "./board";
import { StanceMark } from "./Marks";
import "./jump.css";

function goTo(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: "start" });
  document.getElementById(`${id}-title`)?.focus({ preventScroll: true });
}

interface Props {
  finding: Finding;
  readOnly: boolean;
  onDropped: (dragged: Dragged, stance: Stance) => void;
}

/**
 * How much stands where, and the way there; it stays in sight while the evidence is read, and takes
 * what is dragged when its group is not in sight.
 */
export function Jump({ finding, readOnly, onDropped }: Props) {
  const { t } = useTranslation("conclude");
  const dragged = useDragged();
  const [over, setOver] = useState<Stance | null>(null);
  const takes = !readOnly && Boolean(dragged?.evidence ?? dragged?.segment);
  const target = (stance: Stance) => ({
    onDragOver: (event: DragEvent) => {
      if (!takes) return;
      event.preventDefault();
      setOver(stance);
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => {
      setOver(null);
      const found = dropped(event);
      if (!found || readOnly) return;
      event.preventDefault();
      onDropped(found, stance);
    },
  });
  return (
    <nav className="jump" aria-label={t("finding.jump")}>
      {STANCES.map((stance) => (
        <span
          key={stance}
          className="jump-target"
          data-takes={takes || undefined}
          data-over={(takes && over === stance) || undefined}
          {...target(stance)}
        >
          <Button onPress={() => goTo(`evidence-${stance}`)}>
            <StanceMark stance={stance} />
            {t(`stance.${stance}`)} <span className="number">{finding.counts[stance]}</span>
          </Button>
        </span>
      ))}
      <Button onPress={() => goTo("unweighed")}>
        {t("unweighed.title")} <span className="number">{finding.unweighed}</span>
      </Button>
    </nav>
  );
}
