/** Under which circumstances the words of a piece of evidence came about. */

import { type Evidence, useEvidence } from "../../api/findings";
import { useSetCircumstances } from "../../api/records";
import { useCommands } from "../../commands/registry";
import { useRefusal } from "./saving";
import { weighedNow } from "./weighing-keys";

/** Each with the command that says it; the first six make the words heavier. */
export const CIRCUMSTANCES = {
  "first-hand": "conclude.firstHand",
  observed: "conclude.observed",
  volunteered: "conclude.volunteered",
  "later contact": "conclude.laterContact",
  knowledgeable: "conclude.knowledgeable",
  corroborated: "conclude.corroborated",
  "leading question": "conclude.leadingQuestion",
  "in company": "conclude.inCompany",
} as const;

export type Circumstance = keyof typeof CIRCUMSTANCES;
export const NAMES = Object.keys(CIRCUMSTANCES) as Circumstance[];

export type Said = "yes" | "no" | "none";

export const saidOf = (told: Readonly<Record<string, boolean>>, name: string): Said =>
  told[name] === undefined ? "none" : told[name] ? "yes" : "no";

const VALUES: Readonly<Record<Said, boolean | null>> = { yes: true, no: false, none: null };
const NEXT: Readonly<Record<Said, Said>> = { none: "yes", yes: "no", no: "none" };

/** What a key makes of it: not recorded, yes, no, and around again. */
export const nextSaid = (said: Said): Said => NEXT[said];

/** Says a circumstance of a piece of evidence. */
export function useSaying() {
  const set = useSetCircumstances();
  const refused = useRefusal();
  return (piece: Evidence, name: Circumstance, said: Said) => {
    const segment = piece.segment?.segment;
    if (!segment) return;
    set.mutate(
      { segment, name, said: VALUES[said] },
      { onError: (error: Error) => refused(error) },
    );
  };
}

/** The keys that say circumstances of the piece of evidence that has the focus. */
export function useCircumstanceKeys(finding: string, readOnly: boolean): void {
  const { data: evidence = [] } = useEvidence(finding);
  const say = useSaying();
  const saying = (name: Circumstance) => () => {
    const piece = evidence.find(({ guid }) => guid === weighedNow());
    if (readOnly || !piece?.segment?.segment) return false;
    say(piece, name, nextSaid(saidOf(piece.circumstances, name)));
    return true;
  };
  useCommands(Object.fromEntries(NAMES.map((name) => [CIRCUMSTANCES[name], saying(name)])));
}
