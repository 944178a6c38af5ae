/** Which keys a person may give a command, and whom they would take them from. */

import { COMMANDS, keysOf, whereOf } from "./keymap";

export type Refusal = "modifier" | "browser" | "reader" | "editing" | "moving";

const ALONE = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock", "Dead", "Fn"]);
/** What browsers do not give away, or what takes the page away. */
const OF_BROWSERS =
  /^(Mod\+(Shift\+)?[wtnrqlpjuhdo0-9=+-]|Mod\+Shift\+[icjm]|Mod\+(Shift\+)?Tab|Alt\+(F4|ArrowLeft|ArrowRight|Home)|Mod\+F4|F(5|6|7|10|11|12)|Shift\+F10|ContextMenu)$/;
/** What screen readers listen to: Insert and Caps Lock (NVDA, JAWS), Control with Option (VoiceOver). */
const OF_READERS = /^(.*\+)?(Insert|ScrollLock|NumLock)$|^Mod\+Alt\+(Arrow|Shift\+Arrow| |Enter)/;
const OF_EDITING = /^Mod\+[cvxa]$/;
const OF_MOVING = /^(Shift\+)?(Tab|Enter|Escape| |Backspace|Arrow(Up|Down|Left|Right))$/;

/** Why a key cannot mean a command; `null` where it can. */
export function refusalOf(chord: string): Refusal | null {
  const last = chord === "+" ? "+" : (chord.split(/\+(?=.)/).at(-1) ?? "");
  if (ALONE.has(last)) return "modifier";
  if (OF_BROWSERS.test(chord)) return "browser";
  if (OF_READERS.test(chord)) return "reader";
  if (OF_EDITING.test(chord)) return "editing";
  return OF_MOVING.test(chord) ? "moving" : null;
}

/** The other commands that the key means already, of the same place or of everywhere. */
export function takenBy(
  id: string,
  chord: string,
  own: Readonly<Record<string, readonly string[]>>,
): string[] {
  const where = whereOf(id);
  return COMMANDS.filter((other) => {
    if (other.id === id || !keysOf(other.id, own).includes(chord)) return false;
    const place = whereOf(other.id);
    return place === where || place === "everywhere" || where === "everywhere";
  }).map((other) => other.id);
}
