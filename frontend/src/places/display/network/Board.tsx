import {
  Background,
  type Connection,
  type EdgeChange,
  MarkerType,
  type NodeChange,
  ReactFlow,
  useEdgesState,
  useNodesState,
  useReactFlow,
  useStore,
} from "@xyflow/react";
import { type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Drawing, Network } from "../../../api/networks";
import { useSmall } from "../../../lib/small";
import { ArrowEdge, type ArrowEdgeType } from "./ArrowEdge";
import { BoxNode, type BoxNodeType, HANDLES } from "./BoxNode";
import { BOX_HEIGHT, BOX_WIDTH, FIT, type Point, READABLE } from "./geometry";
import { useFitOnPaper } from "./paper";
import { Sketch } from "./Sketch";
import { boxAt } from "./sketch";
import { useTold } from "./told";
import "@xyflow/react/dist/base.css";
import "./network.css";

export interface Picked {
  readonly kind: "node" | "edge";
  readonly guid: string;
}

interface Props {
  network: Network;
  drawing: Drawing;
  writable: boolean;
  picked: Picked | null;
  flawed: ReadonlySet<string>;
  label: string;
  onPick: (picked: Picked | null) => void;
  onAdd: (at: Point) => void;
  onProblem: (error: unknown) => void;
}

/** Of one size, however strong an arrow is. */
const HEAD = {
  type: MarkerType.ArrowClosed,
  width: 26,
  height: 26,
  markerUnits: "userSpaceOnUse",
  color: "context-stroke",
} as const;
const NODES = { box: BoxNode };
const EDGES = { arrow: ArrowEdge };
/** How long nothing must have moved before it is kept, in milliseconds. */
const PAUSE = 350;
const SIZE = { width: BOX_WIDTH, height: BOX_HEIGHT };
/** From so many boxes on, only those that are seen are drawn, and from afar one picture of all. */
const MANY = 150;
/** Where a box is too small for its words to be read. */
const AFAR = 0.5;
/** So few boxes are rather read than overlooked where there is little room. */
const FEW = 40;

/** Places that were moved here and are not kept yet; they are kept once nothing moves any more. */
function usePlaces({ network, drawing, onProblem }: Props) {
  const waiting = useRef(new Map<string, Point>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const known = useRef(network);
  known.current = network;
  const flush = () => {
    clearTimeout(timer.current);
    const there = new Map(known.current.nodes.map((one) => [one.guid, one]));
    const places = [...waiting.current]
      .map(([node, { x, y }]) => ({ node, x, y }))
      .filter(({ node, x, y }) => {
        const now = there.get(node);
        return now && (now.x !== x || now.y !== y);
      });
    waiting.current.clear();
    if (places.length > 0) drawing.place.mutate(places, { onError: onProblem });
  };
  const last = useRef(flush);
  last.current = flush;
  useEffect(() => () => last.current(), []);
  const move = (id: string, at: Point) => {
    const middle = { x: Math.round(at.x + BOX_WIDTH / 2), y: Math.round(at.y + BOX_HEIGHT / 2) };
    waiting.current.set(id, middle);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => last.current(), PAUSE);
  };
  return { waiting, move, flush };
}

/** Whether there are so many boxes, so far away, that they are drawn as one picture. */
function useIsAfar({ nodes }: Network): boolean {
  return useStore(
    // Before all are in view nobody knows how near that is: the picture costs least.
    ({ transform, fitViewQueued, width }) =>
      nodes.length > MANY && (transform[2] < AFAR || fitViewQueued || width === 0),
  );
}

/** The canvas: boxes are dragged, arrows pulled from box to box; all of it by the keyboard as well. */
export function Board(props: Props) {
  const { network, drawing, writable, picked, flawed, label, onPick, onAdd, onProblem } = props;
  const { t } = useTranslation("networks");
  const told = useTold(network);
  const { screenToFlowPosition, setCenter } = useReactFlow();
  const isAfar = useIsAfar(network);
  const [isPulling, setPulling] = useState(false);
  useFitOnPaper();
  const isSmall = useSmall();
  const [nodes, setNodes, changeNodes] = useNodesState<BoxNodeType>([]);
  const [edges, setEdges, changeEdges] = useEdgesState<ArrowEdgeType>([]);
  const { waiting, move, flush } = usePlaces(props);
  useEffect(() => {
    setNodes((before) => {
      const old = new Map(before.map((one) => [one.id, one]));
      return network.nodes.map((box): BoxNodeType => {
        const mine = old.get(box.guid);
        const isMoving = mine?.dragging || waiting.current.has(box.guid);
        const position = { x: box.x - BOX_WIDTH / 2, y: box.y - BOX_HEIGHT / 2 };
        return {
          ...mine,
          id: box.guid,
          type: "box",
          position: isMoving && mine ? mine.position : position,
          ...SIZE,
          measured: SIZE,
          handles: HANDLES,
          selected: picked?.guid === box.guid || (mine?.selected === true && picked === null),
          data: { box, flawed: flawed.has(box.guid), writable },
          ariaLabel: told.box(box),
        };
      });
    });
  }, [network, flawed, writable, picked, told, setNodes, waiting]);
  useEffect(() => {
    const ways = new Set(network.edges.map(({ origin, target }) => `${origin}→${target}`));
    setEdges(
      network.edges.map(
        (arrow): ArrowEdgeType => ({
          id: arrow.guid,
          type: "arrow",
          source: arrow.origin,
          target: arrow.target,
          selected: picked?.guid === arrow.guid,
          markerEnd: HEAD,
          data: {
            arrow,
            toAndFro: ways.has(`${arrow.target}→${arrow.origin}`),
            yesNo: network.yes_no,
            flawed: flawed.has(arrow.guid),
          },
          ariaLabel: told.arrow(arrow),
        }),
      ),
    );
  }, [network, flawed, picked, told, setEdges]);
  const shownNodes = useMemo(
    () => (isAfar ? nodes.map((one) => ({ ...one, hidden: true })) : nodes),
    [nodes, isAfar],
  );
  const shownEdges = useMemo(
    () => (isAfar ? edges.filter(({ selected }) => selected) : edges),
    [edges, isAfar],
  );
  const onNodesChange = (changes: NodeChange<BoxNodeType>[]) => {
    changeNodes(changes);
    for (const change of changes) {
      if (change.type === "position" && change.position && !change.dragging) {
        move(change.id, change.position);
      }
      if (change.type === "select" && change.selected) {
        onPick({ kind: "node", guid: change.id });
      }
    }
  };
  const onEdgesChange = (changes: EdgeChange<ArrowEdgeType>[]) => {
    changeEdges(changes);
    for (const change of changes) {
      if (change.type === "select" && change.selected) {
        onPick({ kind: "edge", guid: change.id });
      }
    }
  };
  const onConnect = ({ source, target }: Connection) =>
    drawing.addArrow.mutate(
      { origin: source, target },
      { onSuccess: ({ guid }) => onPick({ kind: "edge", guid }), onError: onProblem },
    );
  const pointOf = (event: MouseEvent) =>
    screenToFlowPosition({ x: event.clientX, y: event.clientY });
  const sketched = (event: MouseEvent) => (isAfar ? boxAt(network, pointOf(event)) : undefined);
  const onPaneClick = (event: MouseEvent) => {
    const box = sketched(event);
    onPick(box ? { kind: "node", guid: box.guid } : null);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const isPane = event.target instanceof Element && event.target.matches(".react-flow__pane");
    const box = isPane ? sketched(event) : undefined;
    if (box) void setCenter(box.x, box.y, { zoom: 1 });
    else if (isPane && writable) onAdd(pointOf(event));
  };
  return (
    <section
      className="net-board"
      data-pulling={isPulling || undefined}
      aria-label={label}
      onDoubleClick={onDoubleClick}
    >
      <ReactFlow<BoxNodeType, ArrowEdgeType>
        nodes={shownNodes}
        edges={shownEdges}
        nodeTypes={NODES}
        edgeTypes={EDGES}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDragStop={(_event, _node, moved) => {
          for (const one of moved) move(one.id, one.position);
          flush();
        }}
        onConnect={onConnect}
        onConnectStart={() => setPulling(true)}
        onConnectEnd={() => setPulling(false)}
        isValidConnection={({ source, target }) => source !== target}
        onBeforeDelete={async ({ nodes: boxes, edges: arrows }) => {
          const body = { nodes: boxes.map(({ id }) => id), edges: arrows.map(({ id }) => id) };
          flush();
          if (writable) drawing.remove.mutate(body, { onError: onProblem });
          onPick(null);
          return false;
        }}
        onPaneClick={onPaneClick}
        nodesDraggable={writable}
        nodesConnectable={writable}
        deleteKeyCode={writable ? ["Delete", "Backspace"] : null}
        onlyRenderVisibleElements={network.nodes.length > MANY}
        zoomOnDoubleClick={false}
        minZoom={0.02}
        maxZoom={2}
        fitView
        fitViewOptions={isSmall && network.nodes.length <= FEW ? READABLE : FIT}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{
          "node.a11yDescription.default": t("aria.box"),
          "node.a11yDescription.keyboardDisabled": t("aria.box"),
          "node.a11yDescription.ariaLiveMessage": ({ x, y }) =>
            t("aria.moved", { x: Math.round(x), y: Math.round(y) }),
          "edge.a11yDescription.default": t("aria.arrow"),
          "handle.ariaLabel": t("pull"),
        }}
      >
        <Background gap={24} />
        {isAfar && <Sketch network={network} flawed={flawed} picked={picked} />}
      </ReactFlow>
    </section>
  );
}
