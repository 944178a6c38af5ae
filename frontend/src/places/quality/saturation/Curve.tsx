import { useTranslation } from "react-i18next";
import type { Saturation } from "../../../api/saturation";

const WIDTH = 640;
const HEIGHT = 220;
const EDGE = { left: 36, bottom: 22, top: 8 };

/** New codes as bars, codes so far as a line, and the mean over all orders as a dashed one. */
export function Curve({ steps, point }: { steps: Saturation["steps"]; point: number | null }) {
  const { t } = useTranslation("saturation");
  const most = Math.max(...steps.map(({ seen }) => seen), 1);
  const wide = (WIDTH - EDGE.left) / steps.length;
  const x = (at: number) => EDGE.left + (at + 0.5) * wide;
  const y = (value: number) => EDGE.top + (1 - value / most) * (HEIGHT - EDGE.top - EDGE.bottom);
  const line = (of: "seen" | "expected") =>
    steps.map((step, at) => `${x(at)},${y(step[of])}`).join(" ");
  const last = steps.length - 1;
  return (
    <figure className="saturation-curve">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t("curve")}>
        <line className="axis" x1={EDGE.left} x2={WIDTH} y1={y(0)} y2={y(0)} />
        {[0, most].map((value) => (
          <text key={value} className="tick" x={EDGE.left - 6} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        ))}
        {[0, last].map((at) => (
          <text key={at} className="tick" x={x(at)} y={HEIGHT - 6} textAnchor="middle">
            {at + 1}
          </text>
        ))}
        {steps.map((step, at) => (
          <rect
            key={step.guid}
            className="new"
            x={x(at) - wide * 0.35}
            width={wide * 0.7}
            y={y(step.new.length)}
            height={y(0) - y(step.new.length)}
          >
            <title>{t("bar", { name: step.name, count: step.new.length })}</title>
          </rect>
        ))}
        <polyline className="expected" points={line("expected")} />
        <polyline className="seen" points={line("seen")} />
        {point !== null && (
          <line className="stop" x1={x(point - 1)} x2={x(point - 1)} y1={EDGE.top} y2={y(0)} />
        )}
      </svg>
      <figcaption className="muted">
        <span data-mark="new">{t("legend.new")}</span>
        <span data-mark="seen">{t("legend.seen")}</span>
        <span data-mark="expected">{t("legend.expected")}</span>
        {point !== null && <span data-mark="stop">{t("legend.stop")}</span>}
      </figcaption>
    </figure>
  );
}
