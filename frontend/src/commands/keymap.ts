/** Every command of the workspace that a key may mean, and which keys mean it. */

import { PLACE_NAMES, type PlaceName } from "../app/place-names";
import { useUi } from "../stores/ui";

export type Where = "everywhere" | PlaceName;

export interface CommandSpec {
  /** `<where>.<name>`; its title is the text `commands:<id>`. */
  readonly id: string;
  /** The keys that mean it until a person chooses others; the first is the one shown. */
  readonly keys: readonly string[];
  /** It changes the study: refused with the reason while nothing can be written. */
  readonly writes?: boolean;
}

/**
 * A key is written as `KeyboardEvent.key` has it (`c`, `Z`, `[`, `ArrowUp`), after `Alt+` and `Mod+`
 * (Ctrl, or Cmd on a Mac) where they are held. Shift is in the letter itself, and written `Shift+`
 * only before keys that have no other form with it.
 */
export const COMMANDS: readonly CommandSpec[] = [
  { id: "everywhere.palette", keys: ["Mod+k"] },
  { id: "everywhere.keys", keys: ["?"] },
  { id: "everywhere.undo", keys: ["Mod+z"], writes: true },
  { id: "everywhere.redo", keys: ["Mod+Shift+z", "Mod+y"], writes: true },
  { id: "everywhere.evidence", keys: ["."], writes: true },
  { id: "everywhere.eventWords", keys: ["E"], writes: true },
  { id: "everywhere.collect", keys: ["Mod+Alt+1"] },
  { id: "everywhere.reduce", keys: ["Mod+Alt+2"] },
  { id: "everywhere.display", keys: ["Mod+Alt+3"] },
  { id: "everywhere.conclude", keys: ["Mod+Alt+4"] },
  { id: "reduce.code", keys: ["c"], writes: true },
  { id: "reduce.inVivo", keys: ["v"], writes: true },
  { id: "reduce.memo", keys: ["m"], writes: true },
  { id: "reduce.repeat", keys: ["r"], writes: true },
  { id: "reduce.recent1", keys: ["1"], writes: true },
  { id: "reduce.recent2", keys: ["2"], writes: true },
  { id: "reduce.recent3", keys: ["3"], writes: true },
  { id: "reduce.recent4", keys: ["4"], writes: true },
  { id: "reduce.recent5", keys: ["5"], writes: true },
  { id: "reduce.recent6", keys: ["6"], writes: true },
  { id: "reduce.recent7", keys: ["7"], writes: true },
  { id: "reduce.recent8", keys: ["8"], writes: true },
  { id: "reduce.recent9", keys: ["9"], writes: true },
  { id: "reduce.uncode", keys: ["x"], writes: true },
  { id: "reduce.evidence", keys: ["."], writes: true },
  { id: "reduce.event", keys: ["E"], writes: true },
  { id: "reduce.surprise", keys: ["!"], writes: true },
  { id: "reduce.remark", keys: ["M"] },
  { id: "reduce.rate", keys: ["R"], writes: true },
  { id: "reduce.card", keys: ["d"] },
  { id: "reduce.weigh", keys: ["w"], writes: true },
  { id: "reduce.comment", keys: ["o"], writes: true },
  { id: "reduce.startBack", keys: ["{"], writes: true },
  { id: "reduce.startOn", keys: ["}"], writes: true },
  { id: "reduce.endBack", keys: ["["], writes: true },
  { id: "reduce.endOn", keys: ["]"], writes: true },
  { id: "reduce.undo", keys: ["z"], writes: true },
  { id: "reduce.redo", keys: ["Z"], writes: true },
  { id: "reduce.nextBlock", keys: ["j"] },
  { id: "reduce.previousBlock", keys: ["k"] },
  { id: "reduce.nextCoding", keys: ["n"] },
  { id: "reduce.previousCoding", keys: ["p"] },
  { id: "reduce.nextSource", keys: ["J"] },
  { id: "reduce.previousSource", keys: ["K"] },
  { id: "reduce.toBlock", keys: ["g"] },
  { id: "reduce.find", keys: ["/"] },
  { id: "reduce.findEverywhere", keys: ["Mod+Shift+f"] },
  { id: "reduce.query", keys: ["q"] },
  { id: "reduce.segments", keys: ["s"] },
  { id: "reduce.onlyCode", keys: ["h"] },
  { id: "reduce.status", keys: ["t"], writes: true },
  { id: "reduce.cite", keys: ["y"] },
  { id: "reduce.notes", keys: ["i"] },
  { id: "reduce.focus", keys: ["f"] },
  { id: "reduce.blind", keys: ["b"] },
  { id: "reduce.back", keys: ["Escape"] },
  { id: "conclude.new", keys: ["n"], writes: true },
  { id: "conclude.filter", keys: ["f"] },
  { id: "conclude.next", keys: ["j"] },
  { id: "conclude.previous", keys: ["k"] },
  { id: "conclude.supports", keys: ["s"], writes: true },
  { id: "conclude.qualifies", keys: ["q"], writes: true },
  { id: "conclude.contradicts", keys: ["c"], writes: true },
  { id: "conclude.skip", keys: ["x"] },
  { id: "conclude.tie", keys: ["t"], writes: true },
  { id: "conclude.firstHand", keys: ["1"], writes: true },
  { id: "conclude.observed", keys: ["2"], writes: true },
  { id: "conclude.volunteered", keys: ["3"], writes: true },
  { id: "conclude.laterContact", keys: ["4"], writes: true },
  { id: "conclude.knowledgeable", keys: ["5"], writes: true },
  { id: "conclude.corroborated", keys: ["6"], writes: true },
  { id: "conclude.leadingQuestion", keys: ["7"], writes: true },
  { id: "conclude.inCompany", keys: ["8"], writes: true },
  { id: "quality.next", keys: ["j"] },
  { id: "quality.previous", keys: ["k"] },
  { id: "quality.answer", keys: ["e"], writes: true },
  { id: "quality.missing", keys: ["m"] },
  { id: "quality.filter", keys: ["f"] },
  { id: "reduce.correct", keys: ["e"], writes: true },
  { id: "display.cells", keys: ["w"] },
  { id: "collect.import", keys: ["i"], writes: true },
  { id: "collect.filter", keys: ["f"] },
  { id: "collect.rate", keys: [], writes: true },
  { id: "collect.chooseAll", keys: [] },
  { id: "collect.copy", keys: [] },
  { id: "everywhere.tour", keys: [] },
  { id: "everywhere.retrieval", keys: ["Mod+Alt+f"] },
  { id: "everywhere.concordance", keys: ["Mod+Alt+k"] },
  { id: "everywhere.newEvent", keys: [], writes: true },
  { id: "everywhere.goToEvent", keys: [] },
  { id: "everywhere.rate", keys: [], writes: true },
  { id: "everywhere.events", keys: [] },
  { id: "everywhere.ratings", keys: [] },
  { id: "everywhere.history", keys: [] },
  { id: "everywhere.settings", keys: [] },
  { id: "memos.new", keys: ["n"], writes: true },
  { id: "memos.edit", keys: ["e"], writes: true },
  { id: "memos.find", keys: ["/"] },
  { id: "memos.next", keys: ["j"] },
  { id: "memos.previous", keys: ["k"] },
];

/** The place a command belongs to. */
export function whereOf(id: string): Where {
  const name = id.split(".", 1)[0] ?? "";
  return PLACE_NAMES.find((place) => place === name) ?? "everywhere";
}

/** The keys that mean a command now: a person's own, or those it comes with. */
export function keysOf(id: string, own: Readonly<Record<string, readonly string[]>>) {
  return own[id] ?? COMMANDS.find((command) => command.id === id)?.keys ?? [];
}

/** The first of a command's keys as it is shown, live; empty where it has none. */
export function useWritten(id: string): string {
  const first = useUi((ui) => keysOf(id, ui.keys)[0]);
  return first === undefined ? "" : written(first);
}

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A key press in the form of the keymap. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const mod = ctrlKey || metaKey;
  const letter = key.length === 1 && (mod || altKey) ? key.toLowerCase() : key;
  const shift = shiftKey && (key.length > 1 || mod || altKey);
  return `${mod ? "Mod+" : ""}${altKey ? "Alt+" : ""}${shift ? "Shift+" : ""}${letter}`;
}

const SHOWN: Readonly<Record<string, string>> = {
  Mod: "Ctrl",
  Shift: "⇧",
  Escape: "Esc",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Enter: "↵",
  " ": "␣",
};

/** A key of the keymap as it is shown to people: `Ctrl K`, `⇧ Z`. */
export function written(chord: string): string {
  const parts = chord === "+" ? ["+"] : chord.split(/\+(?=.)/);
  const letter = parts.at(-1) ?? "";
  const isUpper = letter.length === 1 && letter !== letter.toLowerCase();
  const held = parts.slice(0, -1).map((part) => SHOWN[part] ?? part);
  const shown = SHOWN[letter] ?? letter.toUpperCase();
  return [...held, ...(isUpper ? ["⇧"] : []), shown].join(" ");
}
