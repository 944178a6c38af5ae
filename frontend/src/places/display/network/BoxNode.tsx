import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Box } from "../../../api/networks";
import { Icon } from "../../../components/Icon";
import { BOX_HEIGHT, BOX_WIDTH } from "./geometry";

export type BoxNodeType = Node<{ box: Box; flawed: boolean; writable: boolean }, "box">;

const START = 18;
/** Where arrows begin and land, known before a box is there to be measured. */
export const HANDLES: NonNullable<BoxNodeType["handles"]> = [
  { type: "target", position: Position.Left, x: 0, y: 0, width: BOX_WIDTH, height: BOX_HEIGHT },
  {
    type: "source",
    position: Position.Right,
    x: BOX_WIDTH,
    y: (BOX_HEIGHT - START) / 2,
    width: START,
    height: START,
  },
];

/** A box on the canvas. */
export const BoxNode = memo(function BoxNode({ data }: NodeProps<BoxNodeType>) {
  const { t } = useTranslation("networks");
  const { box, flawed, writable } = data;
  return (
    <div className="net-box" data-kind={box.kind} data-flawed={flawed || undefined}>
      <Handle
        type="target"
        position={Position.Left}
        className="net-landing"
        isConnectableStart={false}
      />
      <bdi className="net-box-label">{box.label}</bdi>
      <span className="net-box-more">
        {box.level && <em>{t(`levels.${box.level}`)}</em>}
        {box.evidence.length > 0 && (
          <span className="net-count" title={t("restsOn", { count: box.evidence.length })}>
            <Icon name="quote" size={12} />
            {box.evidence.length}
          </span>
        )}
        {flawed && <Icon name="warning" size={13} />}
      </span>
      {/* Without it no arrow is drawn: where nobody may write it is only out of sight. */}
      <Handle
        type="source"
        position={Position.Right}
        className="net-start"
        data-off={!writable || undefined}
        isConnectable={writable}
        title={t("pull")}
      />
    </div>
  );
});
