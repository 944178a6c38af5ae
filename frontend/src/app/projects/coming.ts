/** A project of another program as this window brings it in: sent, read, told of, taken back. */

import { create } from "zustand";
import { ApiProblem } from "../../api/problem";
import {
  beginProject,
  forgetProject,
  getProject,
  listProjects,
  readProject,
  sendProjectFile,
  stopProject,
  undoProject,
} from "../../api/projects";
import type { Project } from "../../api/types";
import type { Sent } from "../../lib/projects";

interface Coming {
  /** What is called so is on its way, or was; `null`: nothing. */
  readonly name: string | null;
  /** The open study it comes into; `null`: it becomes one of its own. */
  readonly study: string | null;
  /** What the server tells of it; `null` until it has all of it. */
  readonly told: Project | null;
  /** How many bytes were sent, of how many. */
  readonly sent: number;
  readonly size: number;
  /** Why it could not be sent or taken back; `null`: nothing stands in the way. */
  readonly trouble: unknown;
}

const NOTHING: Coming = { name: null, study: null, told: null, sent: 0, size: 0, trouble: null };
const LOOK = 250;
/** What another page may take up: it is being read, or its report waits. */
const WAITS: readonly Project["state"][] = ["reading", "there", "failed"];

export const useComing = create<Coming>()(() => NOTHING);

const get = useComing.getState;
const set = useComing.setState;
let sending: AbortController | null = null;

/** Asks how far it is until it is read. */
async function follow(guid: string): Promise<void> {
  for (;;) {
    const told = await getProject(guid);
    if (get().told?.guid !== guid) return;
    set({ told });
    if (told.state !== "reading") return;
    await new Promise((done) => setTimeout(done, LOOK));
  }
}

async function surely(doing: () => Promise<void>): Promise<void> {
  try {
    set({ trouble: null });
    await doing();
  } catch (trouble) {
    if (!(trouble instanceof DOMException && trouble.name === "AbortError")) set({ trouble });
  }
}

/** Sends a project and has it read. */
export function bring(sent: Sent, study: string | null): Promise<void> {
  const size = sent.files.reduce((sum, { file }) => sum + file.size, 0);
  set({ ...NOTHING, name: sent.name, study, size });
  const going = new AbortController();
  sending = going;
  return surely(async () => {
    const { guid } = await beginProject(sent.name, sent.isFolder, study);
    try {
      for (const { path, file } of sent.files) {
        await sendProjectFile(guid, path, file, going.signal);
        set(({ sent: before }) => ({ sent: before + file.size }));
      }
    } catch (error) {
      void forgetProject(guid).catch(() => {});
      throw error;
    }
    if (going.signal.aborted) return void forgetProject(guid).catch(() => {});
    set({ told: await readProject(guid, {}) });
    await follow(guid);
  });
}

/** Has it read anew, with answers to what its format leaves open. */
export function readAnew(answers: Readonly<Record<string, string>>): Promise<void> {
  const guid = get().told?.guid;
  if (!guid) return Promise.resolve();
  return surely(async () => {
    set({ told: await readProject(guid, answers) });
    await follow(guid);
  });
}

/** Sends or reads no further; everything is as it was. */
export function stop(): void {
  sending?.abort();
  const { told } = get();
  if (told) void surely(() => stopProject(told.guid));
  else set(NOTHING);
}

/** Takes back what came; whether that could be. */
export async function takeBack(): Promise<boolean> {
  const guid = get().told?.guid;
  if (!guid) return false;
  await surely(async () => {
    await undoProject(guid);
    putAway();
  });
  return get().trouble === null;
}

/** Puts away what was sent; what came of it stays. */
export function putAway(): void {
  const { told } = get();
  set(NOTHING);
  if (told) void forgetProject(told.guid).catch(() => {});
}

/** Nothing is on its way any more. */
export const leave = (): void => set(NOTHING);

/** Takes up what another page began. */
export async function takeUp(study: string | null): Promise<void> {
  const all = await listProjects().catch(() => []);
  const told = all.find((one) => one.study === study && WAITS.includes(one.state));
  if (!told || get().name !== null) return;
  set({ ...NOTHING, name: told.name, study, told });
  await surely(() => follow(told.guid));
}

/** What stood in the way, in words. */
export function wordsOf(trouble: unknown): string | null {
  return trouble instanceof ApiProblem ? `${trouble.message} ${trouble.hint}`.trim() : null;
}
