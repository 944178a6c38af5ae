import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../components/Button";
import { useUi } from "../../stores/ui";

const MINUTE = 60_000;
/** Away for so long, one has had a break. */
const AWAY = 5 * MINUTE;

/** Suggests a break, quietly, after so much reading without one; off unless wished for. */
export function Break() {
  const { t } = useTranslation("desk");
  const minutes = useUi((ui) => ui.reading.breaks ?? 0);
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    setDue(false);
    if (minutes === 0) return;
    let begun = Date.now();
    let seen = Date.now();
    const notice = () => {
      const now = Date.now();
      if (now - seen > AWAY) begun = now;
      seen = now;
    };
    const look = setInterval(() => {
      if (Date.now() - begun < minutes * MINUTE) return;
      begun = Date.now();
      setDue(true);
    }, MINUTE / 4);
    const options = { capture: true, passive: true };
    for (const event of ["keydown", "pointerdown", "wheel"]) {
      addEventListener(event, notice, options);
    }
    return () => {
      clearInterval(look);
      for (const event of ["keydown", "pointerdown", "wheel"]) {
        removeEventListener(event, notice, options);
      }
    };
  }, [minutes]);
  if (!isDue) return null;
  return (
    <p className="desk-break" role="status">
      {t("break.due", { count: minutes })}
      <Button small look="quiet" onPress={() => setDue(false)}>
        {t("break.done")}
      </Button>
    </p>
  );
}
