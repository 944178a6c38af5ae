/** What is dragged from one part of the workspace to another, by native drag and drop. */

import { create } from "zustand";

/** A passage of a source, in code points. */
export interface DraggedSegment {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** One or more of these; all else are GUIDs. */
export interface Dragged {
  readonly segment?: DraggedSegment;
  readonly codings?: readonly string[];
  readonly codes?: readonly string[];
  readonly finding?: string;
  readonly evidence?: string;
  readonly sources?: readonly string[];
}

const TYPE = "application/x-jejak";

/** The drag under way in this window. While it lasts a browser hides its content from targets. */
const useDrag = create<{ dragged: Dragged | null }>()(() => ({ dragged: null }));

export const draggedNow = (): Dragged | null => useDrag.getState().dragged;

/** What is dragged now, live; `null` when nothing of the workspace is. */
export const useDragged = (): Dragged | null => useDrag((drag) => drag.dragged);

type DragLike = Pick<DragEvent, "dataTransfer">;

/** Begins a drag; to be called at `dragstart`. A passage goes to other programs as its words. */
export function startDrag({ dataTransfer }: DragLike, dragged: Dragged): void {
  if (!dataTransfer) return;
  dataTransfer.setData(TYPE, JSON.stringify(dragged));
  if (dragged.segment) dataTransfer.setData("text/plain", dragged.segment.quote);
  dataTransfer.effectAllowed = "copyMove";
  // A page that changes at once under the pointer makes some browsers end the drag.
  setTimeout(() => useDrag.setState({ dragged }));
  const end = () => {
    useDrag.setState({ dragged: null });
    removeEventListener("dragend", end, { capture: true });
    removeEventListener("drop", later, { capture: true });
  };
  const later = () => setTimeout(end);
  addEventListener("dragend", end, { capture: true });
  addEventListener("drop", later, { capture: true });
}

/** What was dropped: of this window or another; `null` when it is nothing of the workspace. */
export function dropped({ dataTransfer }: DragLike): Dragged | null {
  const text = dataTransfer?.getData(TYPE);
  return text ? (JSON.parse(text) as Dragged) : null;
}

/** Whether something of the workspace hovers, as far as a browser tells while it is dragged. */
export function isOurs({ dataTransfer }: DragLike): boolean {
  return dataTransfer?.types.includes(TYPE) ?? false;
}
