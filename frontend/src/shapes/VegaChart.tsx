import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useThemeInForce } from "../lib/theme-in-force";
import { localesOf } from "./chart-locale";
import { configOf, grammarOf, lookOf, rendererFor } from "./chart-theme";
import "./vega-chart.css";

/** What a mark stands for, as the server wrote it into the chart's values. */
export type Datum = Readonly<Record<string, unknown>>;

interface Props {
  spec: Readonly<Record<string, unknown>>;
  /** What a screen reader says of the whole; the table holds the figures. */
  label: string;
  onPick?: (datum: Datum) => void;
}

/** A chart, written in Vega-Lite or Vega, in the page's own colours; the library is fetched when first needed. */
export function VegaChart({ spec, label, onPick }: Props) {
  const { t, i18n } = useTranslation("display");
  const host = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  const theme = useThemeInForce();
  const [state, setState] = useState<"drawing" | "drawn" | "failed">("drawing");
  pick.current = onPick;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page
  useEffect(() => {
    const box = host.current;
    if (!box) {
      return;
    }
    let gone = false;
    let finish = () => {};
    const grammar = grammarOf(spec);
    const draw = async () => {
      const { default: embed } = await import("vega-embed");
      if (gone) {
        return;
      }
      const drawn = await embed(box, structuredClone(spec) as never, {
        mode: grammar,
        actions: false,
        // Expressions are interpreted, never compiled: the page forbids making code from text.
        ast: true,
        defaultStyle: false,
        ...(localesOf(i18n.language) as object),
        renderer: rendererFor(spec),
        config: configOf(lookOf(box), grammar) as never,
        tooltip: { disableDefaultStyle: true, theme: "jejak" },
      });
      if (gone) {
        drawn.finalize();
        return;
      }
      finish = () => drawn.finalize();
      drawn.view.addEventListener("click", (_event, item) => {
        if (item?.datum) {
          pick.current?.(item.datum as Datum);
        }
      });
      setState("drawn");
    };
    draw().catch(() => {
      if (!gone) {
        setState("failed");
      }
    });
    return () => {
      gone = true;
      finish();
    };
  }, [spec, theme, i18n.language]);
  return (
    <figure className="chart" data-state={state} aria-label={label}>
      {state === "failed" && <p role="alert">{t("chart.failed")}</p>}
      {state === "drawing" && <p className="chart-wait">{t("chart.drawing")}</p>}
      <div ref={host} className="chart-host" role="img" aria-label={label} />
    </figure>
  );
}
