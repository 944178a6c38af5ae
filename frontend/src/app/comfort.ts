/** The size of everything, movement, and the reminder of a break, kept as their person wishes. */

import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "../components/toasts";
import { useUi } from "../stores/ui";

const MINUTE = 60_000;
/** Away for so long, a person had their break. */
const PAUSE = 5 * MINUTE;

/** Keeps `<html>` in the chosen size, and still where that is wished. */
export function useComfort(): void {
  const scale = useUi((ui) => ui.scale);
  const motion = useUi((ui) => ui.motion);
  useEffect(() => {
    document.documentElement.style.fontSize = scale === 100 ? "" : `${scale}%`;
  }, [scale]);
  useEffect(() => {
    if (motion === "less") document.documentElement.dataset.motion = "less";
    else delete document.documentElement.dataset.motion;
  }, [motion]);
}

/** How long a person has been at work, in milliseconds, after so much more of it. */
export function atWork(before: number, idle: number, passed: number): number {
  return idle >= PAUSE ? 0 : before + passed;
}

/** Says quietly that it is time for a break, if that is wished. */
export function useBreaks(): void {
  const { t } = useTranslation("shell");
  const after = useUi((ui) => ui.breakAfter);
  useEffect(() => {
    if (after === 0) return;
    let worked = 0;
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    const timer = setInterval(() => {
      worked = atWork(worked, Date.now() - touched, MINUTE);
      if (worked < after * MINUTE) return;
      worked = 0;
      toast(t("break", { count: after }));
    }, MINUTE);
    addEventListener("keydown", touch, { capture: true });
    addEventListener("pointerdown", touch, { capture: true });
    return () => {
      clearInterval(timer);
      removeEventListener("keydown", touch, { capture: true });
      removeEventListener("pointerdown", touch, { capture: true });
    };
  }, [after, t]);
}
