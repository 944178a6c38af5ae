import { useEffect, useRef, useState } from "react";
import { type DisplayGlimpse, useGlimpse } from "../../api/displays";
import { useThemeInForce } from "../../lib/theme-in-force";
import { configOf, grammarOf, lookOf } from "../../shapes/chart-theme";
import { Sketch } from "./Sketch";
import { type Stamp, shadeOf, stampOf } from "./stamp";

/** Whether an element has ever been near the part of the page that is seen. */
function useSeenOnce() {
  const box = useRef<HTMLSpanElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element || isNear) return;
    const watch = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: "200px" },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [isNear]);
  return { box, isNear };
}

/** The first rows and columns of a matrix, as shades; what is no data is struck through. */
function Shades({ stamp }: { stamp: Stamp }) {
  return (
    <svg className="sketch" viewBox="0 0 96 72" aria-hidden="true">
      {stamp.rows.map((row) => (
        <rect key={row.y} x={row.x} y={row.y} width={row.width} height={row.height} rx="1.5" />
      ))}
      {stamp.cells.map(({ x, y, width, height, shade }) =>
        shade < 0 ? (
          <path
            key={`${x} ${y}`}
            className="sketch-state"
            d={
              shade === -1
                ? `M${x + 1} ${y + 1}l${width - 2} ${height - 2}m0 ${2 - height}l${2 - width} ${height - 2}`
                : `M${x + 2} ${y + height / 2}h${width - 4}`
            }
          />
        ) : (
          <rect
            key={`${x} ${y}`}
            className="sketch-cell"
            {...{ x, y, width, height }}
            rx="1"
            style={{ opacity: shadeOf(shade) }}
          />
        ),
      )}
    </svg>
  );
}

/** A chart without its words, as wide as a stamp; a matrix of shades where it cannot be drawn. */
function SmallChart({ glimpse, spec }: { glimpse: DisplayGlimpse; spec: Record<string, unknown> }) {
  const host = useRef<HTMLSpanElement>(null);
  const theme = useThemeInForce();
  const [isLost, setLost] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme is read from the page
  useEffect(() => {
    const box = host.current;
    if (!box) return;
    let gone = false;
    let finish = () => {};
    const draw = async () => {
      const { default: embed } = await import("vega-embed");
      if (gone) return;
      const mode = grammarOf(spec);
      const drawn = await embed(box, structuredClone(spec) as never, {
        mode,
        actions: false,
        ast: true,
        defaultStyle: false,
        renderer: "svg",
        config: configOf(lookOf(box), mode) as never,
        tooltip: false,
      });
      finish = () => drawn.finalize();
      if (gone) finish();
    };
    draw().catch(() => !gone && setLost(true));
    return () => {
      gone = true;
      finish();
    };
  }, [spec, theme]);
  return isLost ? (
    <Shades stamp={stampOf(glimpse)} />
  ) : (
    <span ref={host} className="glimpse-chart" aria-hidden="true" />
  );
}

/** A small picture of what a display shows of this study; a sketch where that is nothing yet. */
export function Glimpse({ kind, purpose }: { kind: string; purpose: string }) {
  const { box, isNear } = useSeenOnce();
  const { data } = useGlimpse(kind, isNear);
  const isEmpty = !data || data.shades.every((row) => row.every((shade) => shade === 0));
  return (
    <span ref={box} className="glimpse" data-state={data ? "drawn" : "waiting"}>
      {data?.chart ? (
        <SmallChart glimpse={data} spec={data.chart} />
      ) : isEmpty ? (
        <Sketch kind={kind} purpose={purpose} />
      ) : (
        <Shades stamp={stampOf(data)} />
      )}
    </span>
  );
}
