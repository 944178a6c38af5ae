import type { Ink } from "../../annotators/text/api";
import "./swatch.css";

/** A code's colour and pattern, as on its stripes. */
export function Swatch({ ink }: { ink: Ink | undefined }) {
  const style = { "--ink": ink?.colour ?? "transparent" } as React.CSSProperties;
  return (
    <span
      className="swatch"
      data-pattern={ink?.pattern ?? "solid"}
      style={style}
      aria-hidden="true"
    />
  );
}
