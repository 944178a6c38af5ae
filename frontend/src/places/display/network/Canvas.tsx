import { ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Network, useDrawing, useNetwork } from "../../../api/networks";
import { Loading } from "../../../components/Bits";
import { BlindNote } from "../../../components/BlindNote";
import { Button } from "../../../components/Button";
import { Segmented } from "../../../components/Segmented";
import { toastProblem } from "../../../components/toasts";
import { Unread } from "../../../components/Unread";
import { useReadOnly } from "../../../stores/read-only";
import { AddBox } from "./AddBox";
import { Board, type Picked } from "./Board";
import { Drafts } from "./Drafts";
import { BOX_WIDTH, FIT, freeSpot, type Point } from "./geometry";
import { Inspector } from "./Inspector";
import { Flaws, Listing } from "./Listing";

interface Props {
  display: string;
  title: string;
}

/** A network as it is drawn: the canvas, and beside it what is picked, the list and the checks. */
export default function Canvas(props: Props) {
  const { t } = useTranslation("networks");
  const { data, isPending, error, refetch } = useNetwork(props.display);
  if (isPending) return <Loading />;
  if (error) {
    return (
      <Unread title={t("unread")} onRetry={() => refetch()}>
        {error.message}
      </Unread>
    );
  }
  return (
    <ReactFlowProvider>
      <Shown {...props} network={data} />
    </ReactFlowProvider>
  );
}

type Side = "picked" | "list" | "checks";

function Shown({ display, title, network }: Props & { network: Network }) {
  const { t } = useTranslation(["networks", "shell"]);
  const drawing = useDrawing(display);
  const flow = useReactFlow();
  const writable = useReadOnly() === null;
  const [picked, setPicked] = useState<Picked | null>(null);
  const [side, setSide] = useState<Side>("list");
  const [adding, setAdding] = useState<Point | null>(null);
  const [isDrafting, setDrafting] = useState(false);
  // The canvas is seen before the list of all that is on it.
  const listed = useDeferredValue<Network | null>(network, null);
  const problem = (error: unknown) => toastProblem(error, t("notDrawn"), t("shell:offline.hint"));
  const flawed = useMemo(
    () =>
      new Set(
        network.flaws.filter(({ check }) => check !== "circle").flatMap(({ parts }) => parts),
      ),
    [network],
  );
  const pick = (one: Picked | null) => {
    setPicked(one);
    if (one) setSide("picked");
  };
  /** What was picked elsewhere than on the canvas is brought into view. */
  const go = (one: Picked) => {
    pick(one);
    const arrow = network.edges.find(({ guid }) => guid === one.guid);
    const boxes = arrow ? [arrow.origin, arrow.target] : [one.guid];
    const spots = network.nodes.filter(({ guid }) => boxes.includes(guid));
    const middle = (axis: "x" | "y") =>
      spots.reduce((sum, spot) => sum + spot[axis], 0) / Math.max(spots.length, 1);
    void flow.setCenter(middle("x"), middle("y"), { zoom: Math.max(flow.getZoom(), 0.6) });
  };
  const add = (label: string, about: Parameters<typeof drawing.addBox.mutate>[0]["about"]) => {
    const spot = freeSpot(adding ?? { x: 0, y: 0 }, network.nodes);
    const body = {
      label,
      about: about ?? null,
      ...spot,
      kind: null,
      level: null,
      note: "",
      test: "",
    };
    drawing.addBox.mutate(body, {
      onSuccess: ({ guid }) => {
        pick({ kind: "node", guid });
        setAdding(null);
      },
      onError: problem,
    });
  };
  /** A new box begins in the middle of what is seen. */
  const begin = () => {
    const board = document.querySelector(".net-board")?.getBoundingClientRect();
    if (network.nodes.length === 0 || !board) return setAdding({ x: 0, y: 0 });
    const { x, y } = flow.screenToFlowPosition({
      x: board.left + board.width / 2 - BOX_WIDTH / 4,
      y: board.top + board.height / 2,
    });
    setAdding({ x, y });
  };
  const arrange = () =>
    drawing.place.mutate([], {
      onSuccess: () => setTimeout(() => void flow.fitView(FIT), 60),
      onError: problem,
    });
  return (
    <div className="net">
      <div className="net-bar" role="toolbar" aria-label={t("tools")}>
        <Button small look="primary" icon="plus" writes onPress={begin}>
          {t("addBox")}
        </Button>
        {network.drafts && (
          <Button small icon="search" writes onPress={() => setDrafting(true)}>
            {t("suggest")}
          </Button>
        )}
        <Button small icon="split" writes isDisabled={network.nodes.length === 0} onPress={arrange}>
          {t("arrange")}
        </Button>
        <Button small look="quiet" onPress={() => void flow.fitView(FIT)}>
          {t("fit")}
        </Button>
        <Button small look="quiet" icon="plus" onPress={() => void flow.zoomIn()}>
          {t("zoomIn")}
        </Button>
        <Button small look="quiet" icon="minus" onPress={() => void flow.zoomOut()}>
          {t("zoomOut")}
        </Button>
        <BlindNote />
      </div>
      <div className="net-body">
        <Board
          network={network}
          drawing={drawing}
          writable={writable}
          picked={picked}
          flawed={flawed}
          label={t("canvas", { title })}
          onPick={pick}
          onAdd={setAdding}
          onProblem={problem}
        />
        <section className="net-side" aria-label={t("beside")}>
          <Segmented<Side>
            small
            label={t("beside")}
            value={side}
            choices={[
              { id: "picked", label: t("picked") },
              { id: "list", label: t("list") },
              { id: "checks", label: t("checks", { count: network.flaws.length }) },
            ]}
            onChange={setSide}
          />
          {side === "picked" && (
            <Inspector
              network={network}
              drawing={drawing}
              picked={picked}
              writable={writable}
              onPick={pick}
              onProblem={problem}
            />
          )}
          {side === "list" && listed && <Listing network={listed} picked={picked} onPick={go} />}
          {side === "checks" && <Flaws network={network} onPick={go} />}
        </section>
      </div>
      {adding && (
        <AddBox
          network={network}
          isPending={drawing.addBox.isPending}
          onAdd={add}
          onClose={() => setAdding(null)}
        />
      )}
      {isDrafting && (
        <Drafts
          display={display}
          about={network.drafts as "codes"}
          drawing={drawing}
          onClose={() => setDrafting(false)}
          onProblem={problem}
        />
      )}
    </div>
  );
}
