import {
  BaseEdge,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  useInternalNode,
} from "@xyflow/react";
import { useTranslation } from "react-i18next";
import type { Arrow } from "../../../api/networks";
import { BOX_HEIGHT, BOX_WIDTH, ends } from "./geometry";

export interface ArrowData extends Record<string, unknown> {
  arrow: Arrow;
  toAndFro: boolean;
  yesNo: boolean;
  flawed: boolean;
}
export type ArrowEdgeType = Edge<ArrowData, "arrow">;

const LETTERS = { "+": "+", "-": "−", "±": "±", "": "" } as const;

function useMiddle(id: string) {
  const at = useInternalNode(id)?.internals.positionAbsolute;
  return at ? { x: at.x + BOX_WIDTH / 2, y: at.y + BOX_HEIGHT / 2 } : null;
}

/** An arrow on the canvas: its sign a letter and a kind of line, its strength the width. */
export function ArrowEdge({ source, target, data, selected, markerEnd }: EdgeProps<ArrowEdgeType>) {
  const { t } = useTranslation("networks");
  const from = useMiddle(source);
  const to = useMiddle(target);
  if (!from || !to || !data) return null;
  const { arrow, toAndFro, yesNo, flawed } = data;
  const [start, end] = ends(from, to, toAndFro);
  // Of two that run both ways each has its sign nearer to where it comes from.
  const share = toAndFro ? 0.34 : 0.5;
  const middle = {
    x: start.x + (end.x - start.x) * share,
    y: start.y + (end.y - start.y) * share,
  };
  const letter = yesNo && arrow.sign ? t(`answers.${arrow.sign}`) : LETTERS[arrow.sign];
  return (
    <>
      <BaseEdge
        path={`M${start.x},${start.y} L${end.x},${end.y}`}
        interactionWidth={22}
        {...(markerEnd && { markerEnd })}
        className="net-line"
        data-sign={arrow.sign}
        data-strength={arrow.strength ?? 1}
        data-selected={selected || undefined}
      />
      <EdgeLabelRenderer>
        <div
          className="net-words"
          data-sign={arrow.sign}
          data-selected={selected || undefined}
          style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
        >
          {letter && <b>{letter}</b>}
          {arrow.label && <bdi className="clip">{arrow.label}</bdi>}
          {flawed && <span aria-hidden="true">⚠</span>}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}
