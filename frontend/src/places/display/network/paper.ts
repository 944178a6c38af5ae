/** The canvas on paper: all that is drawn, whatever was in sight. */

import { getViewportForBounds, useReactFlow, type Viewport } from "@xyflow/react";
import { useLayoutEffect, useRef } from "react";
import { usePrinting } from "../../../lib/printing";

/** What there is room for on a page, in pixels; the height is that of the canvas in print. */
const WIDTH = 690;
const HEIGHT = 600;

/** Fits the canvas to the page while it is printed, and puts it back where it was. */
export function useFitOnPaper() {
  const flow = useReactFlow();
  const isPrinting = usePrinting();
  const before = useRef<Viewport | null>(null);
  useLayoutEffect(() => {
    if (isPrinting) {
      before.current = flow.getViewport();
      const bounds = flow.getNodesBounds(flow.getNodes());
      void flow.setViewport(getViewportForBounds(bounds, WIDTH, HEIGHT, 0.02, 1, 0.05));
    } else if (before.current) {
      void flow.setViewport(before.current);
      before.current = null;
    }
  }, [isPrinting, flow]);
}
