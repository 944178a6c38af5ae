/** What is picked, open and shown at the reading desk. */

import { create } from "zustand";
import type { CodingPoint, Reader, ReaderSelection } from "../../annotators/text/api";
import type { CodingChange } from "../../api/codings";
import type { About } from "../../api/memos";

export type DeskDialog =
  | {
      readonly kind: "memo";
      readonly about: About;
      readonly quote: string;
    }
  | { readonly kind: "block" };

/** What may be looked for beside the text. */
export type Search = "words" | "query";

/** A part of the card that is opened with it. */
export type CardPart = "weight" | "comment" | "code" | "whole";

interface Desk {
  readonly reader: Reader | null;
  /** The digest of the text that is shown: what positions are of. */
  readonly digest: string;
  /** The passage that codes go on. */
  readonly picked: ReaderSelection | null;
  /** The coding that was clicked or gone to last. */
  readonly current: string | null;
  /** Where codings were clicked: their card is open there. */
  readonly point: CodingPoint | null;
  /** What the card begins with. */
  readonly part: CardPart | null;
  /** A change of a coding that somebody else changed first. */
  readonly contested: CodingChange | null;
  readonly dialog: DeskDialog | null;
  readonly isFinding: boolean;
  /** Nothing but the text. */
  readonly isFocused: boolean;
  /** What is looked for beside the text. */
  readonly search: Search | null;
  /** The code whose segments are listed. */
  readonly opened: string | null;
  /** The only code that is not faded. */
  readonly onlyCode: string | null;
  /** What is not looked for is hidden, not faded. */
  readonly hidesOthers: boolean;
  /** The address of where one read before segments were gone to. */
  readonly origin: string | null;
  /** What was put on last, for repeating. */
  readonly last: readonly string[];
  /** What has just been done, or why nothing was. */
  readonly said: string;
}

const EMPTY: Desk = {
  reader: null,
  digest: "",
  picked: null,
  current: null,
  point: null,
  part: null,
  contested: null,
  dialog: null,
  isFinding: false,
  isFocused: false,
  search: null,
  opened: null,
  onlyCode: null,
  hidesOthers: false,
  origin: null,
  last: [],
  said: "",
};

export const useDesk = create<Desk>()(() => EMPTY);

/** Another text is opened: what belonged to the one before is gone. */
export function clearDesk(): void {
  useDesk.setState({
    picked: null,
    current: null,
    point: null,
    part: null,
    contested: null,
    dialog: null,
    isFinding: false,
    said: "",
  });
}

/** Drops the picked passage and its selection. */
export function dropPicked(): void {
  const { reader } = useDesk.getState();
  useDesk.setState({ picked: null });
  reader?.setSelection(null);
}

/** Says what was done, or why nothing was, where everybody sees it and screen readers hear it. */
export function say(words: string): void {
  useDesk.setState({ said: words });
}

type Step = readonly [isOpen: (desk: Desk) => boolean, close: (desk: Desk) => void];

/** What Esc closes or drops, the innermost first. */
const STEPS: readonly Step[] = [
  [({ point }) => point !== null, () => useDesk.setState({ point: null, part: null })],
  [({ picked }) => picked !== null, dropPicked],
  [
    ({ isFinding }) => isFinding,
    ({ reader }) => {
      reader?.setHits(null);
      useDesk.setState({ isFinding: false });
    },
  ],
  [({ search }) => search !== null, () => useDesk.setState({ search: null })],
  [({ opened }) => opened !== null, () => useDesk.setState({ opened: null, origin: null })],
  [({ onlyCode }) => onlyCode !== null, () => useDesk.setState({ onlyCode: null })],
  [({ isFocused }) => isFocused, () => useDesk.setState({ isFocused: false })],
];

/** Closes or drops one thing; false when there was nothing. */
export function stepBack(): boolean {
  const desk = useDesk.getState();
  if (desk.reader?.cancelDrag()) return true;
  const step = STEPS.find(([isOpen]) => isOpen(desk));
  if (!step) return false;
  step[1](desk);
  desk.reader?.focus();
  return true;
}
