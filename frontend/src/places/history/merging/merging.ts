/** A merge under way: the copy, what was chosen, what came of it. It stays while one looks elsewhere. */

import { create } from "zustand";
import {
  type Choice,
  type Choices,
  forgetMerge,
  type Merge,
  type Merged,
  planMerge,
  sendCopy,
  writeMerge,
} from "../../../api/merges";
import { ApiProblem } from "../../../api/problem";

interface Merging {
  readonly study: string;
  readonly merge: Merge | null;
  readonly choices: Choices;
  readonly done: Merged | null;
  /** The name of a file that is being sent. */
  readonly sending: string | null;
  /** Something is asked of the server. */
  readonly isBusy: boolean;
}

const NOTHING: Merging = {
  study: "",
  merge: null,
  choices: {},
  done: null,
  sending: null,
  isBusy: false,
};

export const useMerging = create<Merging>()(() => NOTHING);

const { getState: now, setState: set } = useMerging;

/** The choices that the clashes of a plan were made by. */
export function chosenIn({ plan }: Merge): Choices {
  return Object.fromEntries(
    plan.clashes.flatMap(({ key, choice }) => (choice ? [[key, choice]] : [])),
  );
}

async function busily<T>(doing: () => Promise<T>): Promise<T> {
  set({ isBusy: true });
  try {
    return await doing();
  } finally {
    set({ isBusy: false });
  }
}

const gone = (error: unknown) => error instanceof ApiProblem && error.code === "no-such-merge";

/** Sends a copy and tells what would come. */
export async function send(study: string, file: File): Promise<void> {
  set({ ...NOTHING, study, sending: file.name });
  try {
    set({ merge: await sendCopy(study, file) });
  } finally {
    set({ sending: null });
  }
}

/** What the server says of some choices; those about what no longer clashes are left out. */
async function planned(study: string, guid: string, choices: Choices): Promise<Merge> {
  try {
    return await planMerge(study, guid, choices);
  } catch (error) {
    if (!(error instanceof ApiProblem && error.code === "no-such-clash")) throw error;
    const { plan } = await planMerge(study, guid, {});
    const keys = new Set(plan.clashes.map(({ key }) => key));
    const left = Object.entries(choices).filter(([key]) => keys.has(key));
    return planMerge(study, guid, Object.fromEntries(left));
  }
}

let asked = 0;

/** Asks anew what would come; an answer that a later question overtook is not shown. */
async function replan(ask: (study: string, guid: string) => Promise<Merge>): Promise<void> {
  const { study, merge } = now();
  if (!merge) return;
  asked += 1;
  const mine = asked;
  try {
    const found = await busily(() => ask(study, merge.guid));
    if (mine === asked) set({ merge: found, choices: chosenIn(found) });
  } catch (error) {
    if (gone(error)) set({ ...NOTHING, study });
    throw error;
  }
}

/** Says what stays of a clash. */
export function choose(key: string, choice: Choice): Promise<void> {
  const choices = { ...now().choices, [key]: choice };
  set({ choices });
  return replan((study, guid) => planned(study, guid, choices));
}

/** Keeps of every clash what one side has. */
export function chooseAll(side: "ours" | "theirs"): Promise<void> {
  return replan((study, guid) => planMerge(study, guid, {}, side));
}

/** Brings the copy in, if nothing is left to be chosen; whether it came. */
export async function takeIn(): Promise<Merged | null> {
  await replan((study, guid) => planned(study, guid, now().choices));
  const { study, merge, choices } = now();
  if (!merge || merge.plan.open > 0) return null;
  const done = await busily(() => writeMerge(study, merge.guid, choices));
  set({ ...NOTHING, study, done });
  return done;
}

/** Puts the copy away, or what is told of the last. */
export async function putAway(): Promise<void> {
  const { study, merge } = now();
  set({ ...NOTHING, study });
  if (merge) await forgetMerge(study, merge.guid);
}
