import { useStore, ViewportPortal } from "@xyflow/react";
import { type CSSProperties, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Network } from "../../../api/networks";
import type { Picked } from "./Board";
import { NAME, namesOf, outlineOf, shapesOf, strokesOf } from "./sketch";
import "./sketch.css";

interface Props {
  network: Network;
  flawed: ReadonlySet<string>;
  picked: Picked | null;
}

/** How wide a pixel of the screen is on the canvas, in steps, so that names stay while one zooms. */
const pixelOf = (zoom: number) => 2 ** (-Math.round(Math.log2(zoom) * 3) / 3);

/** A large network from afar: too small to be read box by box, it is drawn as one picture. */
export function Sketch({ network, flawed, picked }: Props) {
  const { t } = useTranslation("networks");
  const pixel = useStore(({ transform }) => pixelOf(transform[2]));
  const strokes = useMemo(() => strokesOf(network, pixel), [network, pixel]);
  const shapes = useMemo(() => shapesOf(network, flawed), [network, flawed]);
  const names = useMemo(() => namesOf(network, pixel), [network, pixel]);
  const chosen = network.nodes.find(({ guid }) => guid === picked?.guid);
  const size = { "--net-pixel": `${pixel}px` } as CSSProperties;
  const count = { boxes: network.nodes.length, arrows: network.edges.length };
  return (
    <ViewportPortal>
      <svg className="net-sketch" style={size} role="img" aria-label={t("overview", count)}>
        {strokes.map(({ sign, strength, lines, heads }) => (
          <g key={`${sign} ${strength}`} data-sign={sign} data-strength={strength}>
            <path className="net-sketch-line" d={lines} />
            <path className="net-sketch-head" d={heads} />
          </g>
        ))}
        {shapes.map(({ kind, flawed, outline }) => (
          <path
            key={`${kind} ${flawed}`}
            className="net-sketch-box"
            data-kind={kind}
            data-flawed={flawed || undefined}
            d={outline}
          />
        ))}
        {chosen && <path className="net-sketch-box" data-picked d={outlineOf(chosen)} />}
        {names.map(({ guid, words, x, y }) => (
          <text key={guid} x={x} y={y} fontSize={NAME * pixel}>
            {words}
          </text>
        ))}
      </svg>
    </ViewportPortal>
  );
}
