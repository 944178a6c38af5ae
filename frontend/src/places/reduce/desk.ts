/** What is picked, open and shown at the reading desk. */

import { create } from "zustand";
import type { CodingPoint, Reader, ReaderSelection, Span } from "../../annotators/text/api";

export type DeskDialog =
  | { readonly kind: "keys" }
  | {
      readonly kind: "memo";
      readonly about: { kind: string; guid: string };
      readonly quote: string;
    }
  | { readonly kind: "evidence"; readonly span: Span; readonly quote: string };

interface Desk {
  readonly reader: Reader | null;
  /** The passage that codes go on. */
  readonly picked: ReaderSelection | null;
  /** The coding that was clicked or gone to last. */
  readonly current: string | null;
  /** Where codings were clicked: their card is open there. */
  readonly point: CodingPoint | null;
  readonly dialog: DeskDialog | null;
  readonly isFinding: boolean;
  /** The code whose segments are listed. */
  readonly opened: string | null;
  /** The only code that is not faded. */
  readonly onlyCode: string | null;
  readonly hiddenCoders: readonly string[];
  /** What was put on last, for repeating. */
  readonly last: readonly string[];
  /** What has just been done, for screen readers. */
  readonly said: string;
}

const EMPTY: Desk = {
  reader: null,
  picked: null,
  current: null,
  point: null,
  dialog: null,
  isFinding: false,
  opened: null,
  onlyCode: null,
  hiddenCoders: [],
  last: [],
  said: "",
};

export const useDesk = create<Desk>()(() => EMPTY);

/** Another text is opened: what belonged to the one before is gone. */
export function clearDesk(): void {
  useDesk.setState({ picked: null, current: null, point: null, dialog: null, isFinding: false });
}

/** Drops the picked passage and its selection. */
export function dropPicked(): void {
  const { reader } = useDesk.getState();
  useDesk.setState({ picked: null });
  reader?.setSelection(null);
}

/** Closes or drops one thing, the innermost first; false when there was nothing. */
export function stepBack(): boolean {
  const desk = useDesk.getState();
  if (desk.reader?.cancelDrag()) return true;
  if (desk.point) useDesk.setState({ point: null });
  else if (desk.picked) dropPicked();
  else if (desk.isFinding) {
    desk.reader?.setHits(null);
    useDesk.setState({ isFinding: false });
  } else if (desk.opened) useDesk.setState({ opened: null });
  else if (desk.onlyCode) useDesk.setState({ onlyCode: null });
  else return false;
  desk.reader?.focus();
  return true;
}
