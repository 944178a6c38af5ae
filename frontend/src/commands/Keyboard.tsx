import { useEffect } from "react";
import { isTyping } from "../lib/typing";
import { useUi } from "../stores/ui";
import { COMMANDS, chordOf, keysOf } from "./keymap";
import { useListening } from "./listening";
import { run, useRegistry } from "./registry";

const APART = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox]";
/** Where letters look for what begins with them. */
const SPELLED = "[data-typed]";
/** Keys that mean something in what the focus is on, and are never taken from it. */
const OF_CONTROLS = new Set(["Enter", " ", "Tab"]);

/** The commands that a chord means, those of the place before those of everywhere. */
function meant(chord: string): readonly string[] {
  const own = useUi.getState().keys;
  const { doings } = useRegistry.getState();
  return COMMANDS.map(({ id }) => id)
    .filter((id) => doings.has(id) && keysOf(id, own).includes(chord))
    .sort((one, two) => Number(isEverywhere(one)) - Number(isEverywhere(two)));
}

const LETTER = /^[\p{L}\p{N}]$/u;

const isEverywhere = (id: string) => id.startsWith("everywhere.");

/** A radio button has a use for arrows alone: letters and chords go on to what they mean elsewhere. */
const takesNoText = (target: EventTarget | null, chord: string) =>
  target instanceof HTMLInputElement &&
  target.type === "radio" &&
  (LETTER.test(chord) || chord.startsWith("Mod+"));

/** Whether what the focus is in keeps this key to itself. */
function isKept(target: EventTarget | null, chord: string): boolean {
  if (target instanceof HTMLElement && target.dataset.keeps?.split(" ").includes(chord))
    return true;
  const isChord = chord.startsWith("Mod+") || chord.startsWith("Alt+");
  if (isTyping(target) && !takesNoText(target, chord))
    return !isChord || /^Mod\+(Shift\+)?[zyacvx]$/.test(chord);
  if (!(target instanceof Element)) return false;
  if (target.closest(APART)) return !isChord;
  if (target.closest(SPELLED) && LETTER.test(chord)) return true;
  return OF_CONTROLS.has(chord) && target.closest("button, a, summary") !== null;
}

/** The one listener for the keys of commands. */
export function Keyboard() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || useListening.getState().id) return;
      const chord = chordOf(event);
      if (isKept(event.target, chord) || !meant(chord).some(run)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, []);
  return null;
}
