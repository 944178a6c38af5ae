import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useCommands } from "../commands/registry";
import { Button, IconButton } from "../components/Button";
import { useUi } from "../stores/ui";
import { goTo } from "./hash";
import { placeOf } from "./places";
import "./tour.css";

/** The places in the order of the method, the trail last. */
export const STEPS = ["collect", "reduce", "display", "conclude", "history"] as const;

/** Puts a frame around what a step is about, for as long as it is told. */
function useFrame(place: string | undefined): void {
  useEffect(() => {
    const link = place && document.querySelector<HTMLElement>(`.rail a[href="#/${place}"]`);
    if (!link) return;
    link.dataset.tour = "";
    return () => {
      delete link.dataset.tour;
    };
  }, [place]);
}

/** Five steps through the places, beside the work: it can be left and taken up at any time. */
export function Tour() {
  const { t } = useTranslation("shell");
  const [path] = useLocation();
  const { tour: step, setTour } = useUi();
  const box = useRef<HTMLElement>(null);
  const place = step === null ? undefined : STEPS[step];
  useFrame(place);
  const to = (next: number) => {
    setTour(next);
    goTo(`/${STEPS[next]}`);
  };
  useCommands({ "everywhere.tour": () => to(step ?? 0) });
  // A step is read out and reached by the keyboard as soon as it is there.
  useEffect(() => {
    if (place) box.current?.focus({ preventScroll: true });
  }, [place]);
  if (step === null || !place) return null;
  const isLast = step === STEPS.length - 1;
  return (
    <section
      ref={box}
      className="tour"
      tabIndex={-1}
      aria-labelledby="tour-title"
      aria-describedby="tour-text"
      onKeyDown={(event) => event.key === "Escape" && setTour(null)}
    >
      <header>
        <h2 id="tour-title">
          {t(`tour.${place}.title`)}{" "}
          <small className="muted">{t("tour.step", { step: step + 1, total: STEPS.length })}</small>
        </h2>
        <IconButton icon="close" label={t("tour.skip")} onPress={() => setTour(null)} />
      </header>
      <p id="tour-text">{t(`tour.${place}.text`)}</p>
      <footer>
        {placeOf(path) !== place && (
          <Button look="quiet" onPress={() => goTo(`/${place}`)}>
            {t("tour.there")}
          </Button>
        )}
        <span className="tour-gap" />
        {step > 0 && <Button onPress={() => to(step - 1)}>{t("tour.back")}</Button>}
        <Button look="primary" onPress={() => (isLast ? setTour(null) : to(step + 1))}>
          {isLast ? t("tour.end") : t("tour.next")}
        </Button>
      </footer>
    </section>
  );
}
