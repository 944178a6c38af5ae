/**
 * An import as this window goes through it: files are sent one by one, looked at and corrected on the
 * server, then written as one change. It goes on wherever in the workspace one is meanwhile.
 */

import { create } from "zustand";
import {
  forgetImport,
  getImport,
  giveFile,
  listImports,
  newImport,
  sayOfFiles,
  stopImport,
  writeImport,
} from "../../api/imports";
import { ApiProblem, isOffline } from "../../api/problem";
import { heardNothing, untilHeard } from "../../api/server-state";
import type { Import, Said, Staged } from "../../api/types";

/** One file on its way. */
export interface Entry {
  readonly number: number;
  readonly name: string;
  readonly size: number | null;
  /** The browser's own; `null` where another page, or another window, gave it. */
  readonly file: File | null;
  /** What the server makes of it; `null` until it has it. */
  readonly told: Staged | null;
  /** Why it could not be sent. */
  readonly trouble: string | null;
  /** What was known of it beforehand. */
  readonly said?: Said;
}

interface Importing {
  readonly study: string | null;
  readonly guid: string | null;
  readonly formats: readonly string[];
  readonly entries: readonly Entry[];
  readonly isWriting: boolean;
  /** The server is away; it goes on by itself. */
  readonly isLost: boolean;
  readonly isOpen: boolean;
  /** Which file is looked at. */
  readonly shown: number | null;
}

const NOTHING: Importing = {
  study: null,
  guid: null,
  formats: [],
  entries: [],
  isWriting: false,
  isLost: false,
  isOpen: false,
  shown: null,
};

export const useImporting = create<Importing>()(() => NOTHING);

const AT_ONCE = 2;
const LOOK = 300;
const get = useImporting.getState;
const set = useImporting.setState;
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** The entries with what the server tells of some of them. */
export function withTold(entries: readonly Entry[], told: readonly Staged[]): Entry[] {
  const byNumber = new Map(told.map((one) => [one.number, one]));
  const known = new Set(entries.map(({ number }) => number));
  const own = entries.map((entry) => {
    const now = byNumber.get(entry.number);
    return now ? { ...entry, told: now, trouble: null } : entry;
  });
  const others = told
    .filter(({ number }) => !known.has(number))
    .map((one) => ({
      number: one.number,
      name: one.file.file,
      size: null,
      file: null,
      told: one,
      trouble: null,
    }));
  return [...own, ...others];
}

export type EntryState = "waiting" | "ready" | "left" | "failed" | "writing" | "written";

export function stateOf({ told, trouble }: Entry): EntryState {
  if (!told) return trouble ? "failed" : "waiting";
  if (told.state === "failed") return "failed";
  if (told.state === "written") return "written";
  if (told.state === "reading" || told.state === "writing") return "writing";
  return told.taken ? "ready" : "left";
}

/** How many files are in each state. */
export function counted(entries: readonly Entry[]): Record<EntryState, number> {
  const counts = { waiting: 0, ready: 0, left: 0, failed: 0, writing: 0, written: 0 };
  for (const entry of entries) counts[stateOf(entry)] += 1;
  return counts;
}

function take({ files, formats }: Import): void {
  set(({ entries }) => ({ entries: withTold(entries, files), formats }));
}

function note(number: number, more: Partial<Entry>): void {
  set(({ entries }) => ({
    entries: entries.map((one) => (one.number === number ? { ...one, ...more } : one)),
  }));
}

const isGone = (error: unknown) => error instanceof ApiProblem && error.code === "no-such-import";

/** Does it as soon as the server is heard, however often it goes away. */
async function surely<T>(doing: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      const done = await doing();
      set({ isLost: false });
      return done;
    } catch (error) {
      if (!isOffline(error)) throw error;
      set({ isLost: true });
      heardNothing();
      await untilHeard();
    }
  }
}

let beginning: Promise<string> | null = null;

/** The import that files are given to; begun where there is none. */
function begun(study: string): Promise<string> {
  const { guid } = get();
  if (guid !== null) return Promise.resolve(guid);
  beginning ??= surely(() => newImport(study))
    .then((made) => {
      set({ guid: made.guid, formats: made.formats });
      return made.guid;
    })
    .finally(() => {
      beginning = null;
    });
  return beginning;
}

async function give(study: string, entry: Entry): Promise<void> {
  const { file } = entry;
  if (!file) return;
  try {
    // A file that went meanwhile is told apart from a server that is away.
    await file.slice(0, 1).arrayBuffer();
    const told = await surely(async () => giveFile(study, await begun(study), entry.number, file));
    note(entry.number, { told, trouble: null });
    if (entry.said) await say({ ...entry.said, numbers: [entry.number] });
  } catch (error) {
    if (isGone(error)) {
      // The server was started anew and holds nothing of it: all of it is sent again.
      set({ guid: null });
      sendAgain();
      return;
    }
    const words = error instanceof ApiProblem ? [error.message, error.hint] : [String(error)];
    note(entry.number, { trouble: words.filter(Boolean).join(" ") });
  }
}

let sending = 0;

/** Sends what waits, a few at a time. */
function pump(): void {
  const { study } = get();
  if (study === null) return;
  while (sending < AT_ONCE) {
    const next = get().entries.find((one) => !one.told && !one.trouble && !under.has(one.number));
    if (!next) return;
    under.add(next.number);
    sending += 1;
    void give(study, next).finally(() => {
      under.delete(next.number);
      sending -= 1;
      pump();
    });
  }
}
const under = new Set<number>();

/** Forgets what the server told, and sends every file that the browser has. */
function sendAgain(): void {
  set(({ entries }) => ({
    entries: entries.flatMap((one) =>
      one.file && stateOf(one) !== "written" ? [{ ...one, told: null, trouble: null }] : [],
    ),
  }));
  pump();
}

/** Files that are to be looked at, besides those that are there. */
export function addFiles(study: string, files: readonly File[], said: Said = {}): void {
  const { entries } = get();
  let number = Math.max(-1, ...entries.map((one) => one.number));
  const more = files.map((file): Entry => {
    number += 1;
    const known = Object.keys(said).length > 0 ? { said } : {};
    return { number, name: file.name, size: file.size, file, told: null, trouble: null, ...known };
  });
  const shown = more[0]?.number ?? null;
  set({ study, entries: [...entries, ...more], isOpen: true, shown });
  pump();
}

/** Sends a file once more. */
export function sendFile(number: number): void {
  note(number, { told: null, trouble: null });
  pump();
}

/** Says something of files over what was recognised. */
export async function say(said: Said): Promise<void> {
  const { study, guid } = get();
  if (study === null || guid === null) return;
  const told = await surely(() => sayOfFiles(study, guid, said));
  set(({ entries }) => ({ entries: withTold(entries, told) }));
}

/** Takes up what a server still holds of an earlier import of this study. */
export async function takeUp(study: string): Promise<void> {
  if (get().study === study && get().entries.length > 0) return;
  const all = await listImports(study).catch(() => []);
  const last = all.filter(({ files }) => files.some(({ state }) => state !== "written")).at(-1);
  if (!last || get().entries.length > 0) return;
  set({ ...NOTHING, study, guid: last.guid, shown: last.files[0]?.number ?? null });
  take(last);
}

async function settled(study: string, guid: string): Promise<void> {
  for (;;) {
    const now = await surely(() => getImport(study, guid));
    take(now);
    if (!now.busy) return;
    await wait(LOOK);
  }
}

/** Writes what is taken; how many files came in by it. Throws what stood in the way. */
export async function write(): Promise<number> {
  const { study, guid, entries } = get();
  if (study === null || guid === null) return 0;
  const before = counted(entries).written;
  set({ isWriting: true });
  const look = setInterval(() => void getImport(study, guid).then(take, () => {}), LOOK);
  try {
    take(await writeImport(study, guid));
  } catch (error) {
    clearInterval(look);
    if (!isOffline(error)) throw error;
    heardNothing();
    // It goes on without this window; what became of it is asked for when the server is heard.
    await settled(study, guid).catch((gone: unknown) => {
      if (!isGone(gone)) throw gone;
      set({ guid: null });
      sendAgain();
    });
  } finally {
    clearInterval(look);
    set({ isWriting: false });
  }
  return counted(get().entries).written - before;
}

/** Writes no further file; those that are written stay. */
export async function stop(): Promise<void> {
  const { study, guid } = get();
  if (study !== null && guid !== null) await stopImport(study, guid);
}

/** Puts the import away, with whatever of it was not written. */
export function putAway(): void {
  const { study, guid } = get();
  set(NOTHING);
  if (study !== null && guid !== null) void forgetImport(study, guid).catch(() => {});
}

/** Leaves away what was written, so that what is still to be done stands alone. */
export function leaveWritten(): void {
  const left = get().entries.filter((one) => stateOf(one) !== "written");
  if (left.length === 0) putAway();
  else set({ entries: left, shown: left[0]?.number ?? null });
}

export const show = (shown: number): void => set({ shown });
export const open = (isOpen: boolean): void => set({ isOpen });
