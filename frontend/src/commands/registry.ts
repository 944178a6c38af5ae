/** What the commands do now: whoever is on the page says what its commands do. */

import { useEffect, useRef } from "react";
import { create } from "zustand";
import { toast } from "../components/toasts";
import { useReadOnlyStore } from "../stores/read-only";
import { COMMANDS } from "./keymap";

/** Does it; `false` says that there was nothing to do it with, and the key goes on. */
export type Doing = () => unknown;

interface Registry {
  /** By command, the latest last: a dialog's own doing stands before that of the page below. */
  readonly doings: ReadonlyMap<string, readonly Doing[]>;
}

export const useRegistry = create<Registry>()(() => ({ doings: new Map() }));

function change(id: string, edit: (doings: readonly Doing[]) => readonly Doing[]): void {
  useRegistry.setState(({ doings }) => {
    const now = new Map(doings);
    const left = edit(now.get(id) ?? []);
    if (left.length > 0) now.set(id, left);
    else now.delete(id);
    return { doings: now };
  });
}

/** Does a command as it stands; whether anything was done. */
export function run(id: string): boolean {
  const doing = useRegistry.getState().doings.get(id)?.at(-1);
  const { why } = useReadOnlyStore.getState();
  if (doing && why !== null && COMMANDS.some((one) => one.id === id && one.writes)) {
    toast(why);
    return true;
  }
  return doing !== undefined && doing() !== false;
}

/**
 * Says what commands do for as long as the component is there. The set of commands may change; what
 * each does is always that of the latest render.
 */
export function useCommands(doings: Readonly<Record<string, Doing>>): void {
  const latest = useRef(doings);
  useEffect(() => {
    latest.current = doings;
  });
  const ids = Object.keys(doings).join(" ");
  useEffect(() => {
    const mine = ids.split(" ").filter(Boolean);
    const made = mine.map((id) => ({ id, doing: () => latest.current[id]?.() }));
    for (const { id, doing } of made) change(id, (all) => [...all, doing]);
    return () => {
      for (const { id, doing } of made) change(id, (all) => all.filter((one) => one !== doing));
    };
  }, [ids]);
}
