/** The keys of the grid of cases, those of every spreadsheet. */

import type { KeyboardEvent } from "react";
import { type GridColumn, type GridLine, moved, type Selection, type Spot } from "./cases-grid";

const PAGE = 20;
const FAR = 1_000_000;
const STEPS: Readonly<Record<string, Spot>> = {
  ArrowDown: { line: 1, column: 0 },
  ArrowUp: { line: -1, column: 0 },
  ArrowRight: { line: 0, column: 1 },
  ArrowLeft: { line: 0, column: -1 },
  PageDown: { line: PAGE, column: 0 },
  PageUp: { line: -PAGE, column: 0 },
  Home: { line: 0, column: -FAR },
  End: { line: 0, column: FAR },
};

interface Keys {
  lines: readonly GridLine[];
  grid: readonly GridColumn[];
  selection: Selection;
  onSelect: (selection: Selection) => void;
  begin: (text: string | null) => void;
  onClear: () => void;
}

/** The step a key means: further with Ctrl, to the corners with Ctrl Home and End. */
function stepOf({ key, ctrlKey, metaKey }: KeyboardEvent): Spot | undefined {
  const step = STEPS[key];
  if (!step || !(ctrlKey || metaKey)) return step;
  if (key === "Home") return { line: -FAR, column: -FAR };
  if (key === "End") return { line: FAR, column: FAR };
  return { line: step.line * FAR, column: step.column * FAR };
}

export function useGridKeys({ lines, grid, selection, onSelect, begin, onClear }: Keys) {
  const { active, anchor } = selection;
  const go = (by: Spot, isSelecting: boolean) => {
    const to = moved(active, by, lines, grid.length);
    onSelect({ anchor: isSelecting ? anchor : to, active: to });
  };
  const done = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  const withMod = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "a") return;
    const last = { line: lines.length - 1, column: grid.length - 1 };
    onSelect({ anchor: last, active: { line: 0, column: 0 } });
    done(event);
  };
  // At the ends of a line the keyboard leaves the grid.
  const tab = (event: KeyboardEvent) => {
    const to = moved(active, { line: 0, column: event.shiftKey ? -1 : 1 }, lines, grid.length);
    if (to.column === active.column) return;
    onSelect({ anchor: to, active: to });
    done(event);
  };
  const write = () => begin(null);
  const single = () => onSelect({ anchor: active, active });
  const keys = new Map([
    ["Enter", write],
    ["F2", write],
    ["Delete", onClear],
    ["Backspace", onClear],
    ["Escape", single],
  ]);
  const plain = (event: KeyboardEvent) => {
    if (event.key === "Tab") return tab(event);
    const doing = keys.get(event.key);
    if (!doing && event.key.length !== 1) return;
    if (doing) doing();
    else begin(event.key);
    done(event);
  };
  return (event: KeyboardEvent) => {
    const step = stepOf(event);
    if (event.altKey) return;
    if (step) {
      go(step, event.shiftKey);
      return done(event);
    }
    if (event.ctrlKey || event.metaKey) return withMod(event);
    plain(event);
  };
}
