import { type CSSProperties, type ReactNode, useRef } from "react";
import { useUi } from "../stores/ui";
import "./split.css";

interface Props {
  /** What the browser remembers its size by. */
  name: string;
  /** What the bar is called. */
  label: string;
  side: "left" | "right";
  size: number;
  least?: number;
  most?: number;
  /** The panel on that side; without it the rest takes all. */
  panel: ReactNode | null;
  /** Nothing is seen of the panel, which stays as it is meanwhile. */
  isHidden?: boolean;
  children: ReactNode;
}

const STEP = 24;

/** A panel beside the rest, with a bar between them that is dragged or moved with the arrows. */
export function SplitPane({ name, label, side, size, least = 180, most = 560, ...props }: Props) {
  const { isHidden = false } = props;
  const kept = useUi((ui) => ui.panels[name]) ?? size;
  const setPanel = useUi((ui) => ui.setPanel);
  const panel = useRef<HTMLDivElement>(null);
  const sign = side === "left" ? 1 : -1;
  const resize = (to: number) => setPanel(name, Math.round(Math.min(most, Math.max(least, to))));
  const drag = (event: React.PointerEvent<HTMLElement>) => {
    const from = event.clientX;
    const width = panel.current?.offsetWidth ?? kept;
    const bar = event.currentTarget;
    bar.setPointerCapture(event.pointerId);
    bar.onpointermove = (moved) => resize(width + sign * (moved.clientX - from));
    bar.onlostpointercapture = () => {
      bar.onpointermove = null;
    };
  };
  const press = (event: React.KeyboardEvent) => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    resize(kept + sign * step);
  };
  const style: CSSProperties = { width: kept };
  const beside = (
    <div key="panel" ref={panel} className="split-panel" style={style} hidden={isHidden}>
      {props.panel}
    </div>
  );
  const bar = (
    <hr
      key="bar"
      className="split-bar"
      aria-orientation="vertical"
      hidden={isHidden}
      aria-label={label}
      aria-valuenow={kept}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
  const rest = (
    <div key="rest" className="split-rest">
      {props.children}
    </div>
  );
  // The rest stays what it is when the panel comes and goes.
  if (props.panel === null) return <div className="split">{[rest]}</div>;
  return <div className="split">{side === "left" ? [beside, bar, rest] : [rest, bar, beside]}</div>;
}
