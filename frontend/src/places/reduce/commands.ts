/** Keys at the desk, wherever the focus is but in a field, a dialog or a menu. */

import { type RefObject, useEffect } from "react";
import { isTyping } from "../../lib/typing";
import { useUi } from "../../stores/ui";
import type { Actions } from "./actions";
import { stepBack, useDesk } from "./desk";
import { type Command, commandOf } from "./keys";
import { markSelection } from "./picked-mark";

interface Acting {
  readonly source: string;
  readonly actions: Actions;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The field of the quick bar. */
  readonly field: RefObject<HTMLInputElement | null>;
}

const ELSEWHERE = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

/** What is written about: the passage, the coding gone to last, or the source. */
function memo(source: string): boolean {
  const { picked, current } = useDesk.getState();
  const about = current ? { kind: "coding", guid: current } : { kind: "source", guid: source };
  useDesk.setState({ dialog: { kind: "memo", about, quote: picked?.quote ?? "" } });
  return true;
}

function evidence(): boolean {
  const { picked } = useDesk.getState();
  if (!picked) return false;
  useDesk.setState({ dialog: { kind: "evidence", span: picked, quote: picked.quote } });
  return true;
}

function move(step: "nextBlock" | "previousBlock" | "nextCoding" | "previousCoding"): boolean {
  const { reader } = useDesk.getState();
  if (!reader) return false;
  const came = reader[step]();
  const isCoding = typeof came === "string";
  useDesk.setState({ picked: null, point: null, current: isCoding ? came : null });
  reader.focus();
  return true;
}

/** Does what a command says; false when there was nothing to do it with. */
export function perform(command: Command, index: number, acting: Acting): boolean {
  const { actions, field } = acting;
  const acts: Readonly<Record<Command, () => boolean>> = {
    code: () => {
      if (!useDesk.getState().picked) return false;
      markSelection();
      field.current?.focus();
      return true;
    },
    inVivo: actions.inVivo,
    memo: () => memo(acting.source),
    repeat: () => actions.apply(useDesk.getState().last),
    recent: () => actions.apply(useUi.getState().recent.slice(index, index + 1)),
    evidence,
    uncode: () => actions.uncode(),
    startBack: () => actions.nudge("start", -1),
    startOn: () => actions.nudge("start", 1),
    endBack: () => actions.nudge("end", -1),
    endOn: () => actions.nudge("end", 1),
    undo: () => {
      acting.undo();
      return true;
    },
    redo: () => {
      acting.redo();
      return true;
    },
    nextBlock: () => move("nextBlock"),
    previousBlock: () => move("previousBlock"),
    nextCoding: () => move("nextCoding"),
    previousCoding: () => move("previousCoding"),
    find: () => {
      useDesk.setState({ isFinding: true });
      return true;
    },
    help: () => {
      useDesk.setState({ dialog: { kind: "keys" } });
      return true;
    },
    back: stepBack,
  };
  return acts[command]();
}

/** Listens for the keys before the reader does. */
export function useCommands(acting: Acting): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || isTyping(event.target)) return;
      if (event.target instanceof Element && event.target.closest(ELSEWHERE)) return;
      const meant = commandOf(event);
      if (!meant || !perform(meant.command, meant.index, acting)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  });
}
