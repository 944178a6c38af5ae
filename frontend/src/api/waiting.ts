/**
 * Writes on their way, one after the other in the order they were asked for. While the server cannot
 * be reached they wait, also across a reload of the window, and go on by themselves; one that is
 * refused then is kept with what it was until its person has seen it.
 */

import { create } from "zustand";
import { currentLanguage } from "../lib/i18n";
import { noteOwn, overOwn } from "./own-changes";
import { ApiProblem, isOffline, problemOf } from "./problem";
import { heardNothing, untilHeard, useLive } from "./server-state";

export interface Held {
  readonly id: string;
  readonly method: string;
  /** Path and query of the request. */
  readonly path: string;
  readonly match: string | null;
  /** JSON. */
  readonly body: string;
  /** When it was asked for, in milliseconds since 1970. */
  readonly time: number;
  /** The last change heard of before it was first sent; `null`: it has not been sent yet. */
  readonly sentAfter: number | null;
}

export interface Refused extends Held {
  /** The server's words; `doubtful`: it may have been saved before the connection broke. */
  readonly reason: string;
  readonly isDoubtful: boolean;
}

interface Waiting {
  /** Not saved yet: the first is being tried. */
  readonly held: readonly Held[];
  readonly refused: readonly Refused[];
}

const KEY = "jejak-waiting";
const EMPTY: Waiting = { held: [], refused: [] };

/** What an earlier page of this window left behind; whatever cannot be read is nothing. */
export function readKept(text: string | null): Waiting {
  try {
    const kept = JSON.parse(text ?? "null") as Partial<Waiting> | null;
    return { held: kept?.held ?? [], refused: kept?.refused ?? [] };
  } catch {
    return EMPTY;
  }
}

export const useWaiting = create<Waiting>()(() => EMPTY);

useWaiting.subscribe(({ held, refused }) => {
  if (held.length + refused.length === 0) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, JSON.stringify({ held, refused }));
});

const SAFE = /^(GET|HEAD|OPTIONS)$/;
/** Questions that are asked by POST, and what makes no sense later than now. */
const AT_ONCE = /\/(session|undo|redo|compute|preview)$|\/api\/beginnings(\/|$)/;
/** What may be done twice without harm: the second time changes nothing. */
const AGAIN = /^(PUT|PATCH|DELETE) |\/(codings|remove|move)$/;

let chain: Promise<unknown> = Promise.resolve();

/** Positions in a text mean nothing in another one. */
const OF_ONE_TEXT = /\/sources\/[^/]+\/text$/;

/** Sends a request: reads at once, writes in their order. */
export function send(request: Request): Promise<Response> {
  // What is asked of an earlier moment is for the server to refuse, not to be done later.
  if (request.headers.has("jejak-at") || SAFE.test(request.method)) {
    const asked = attempt(request);
    underWay(asked, "reading");
    return asked;
  }
  if (AT_ONCE.test(new URL(request.url).pathname)) {
    const sent = written(request);
    underWay(sent);
    return sent;
  }
  const sent = chain.then(() => writing(request));
  chain = sent.catch(() => undefined);
  underWay(sent);
  if (!useLive.getState().heard || useWaiting.getState().held.length > 0) void hold(request);
  return sent;
}

const under = { reading: 0, saving: 0 };

/** Says on the page, for whoever waits for it, that something is being read, or is not saved yet. */
export function underWay(sent: Promise<unknown>, what: keyof typeof under = "saving"): void {
  under[what] += 1;
  document.documentElement.dataset[what] = "";
  const ended = () => {
    under[what] -= 1;
    if (under[what] === 0) delete document.documentElement.dataset[what];
  };
  sent.then(ended, ended);
}

async function attempt(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (isOffline(error) && !request.signal.aborted) heardNothing();
    throw error;
  }
}

/** Sends a write, over whatever this window did itself meanwhile. */
async function written(request: Request): Promise<Response> {
  const first = await attempt(request.clone());
  const response = await overOwn(request, first, attempt);
  await noteOwn(response);
  return response;
}

const names = new WeakMap<Request, Promise<Held | null>>();

/** Keeps a write until it is answered; `null` where it cannot be kept (files). */
function hold(request: Request, sentAfter: number | null = null): Promise<Held | null> {
  const known = names.get(request);
  if (known) return known;
  const kept = keep(request, sentAfter);
  names.set(request, kept);
  return kept;
}

async function keep(request: Request, sentAfter: number | null): Promise<Held | null> {
  const type = request.headers.get("content-type") ?? "";
  if (request.method !== "DELETE" && !type.includes("json")) return null;
  const url = new URL(request.url);
  const held: Held = {
    id: crypto.randomUUID(),
    method: request.method,
    path: url.pathname + url.search,
    match: request.headers.get("if-match"),
    body: await request.clone().text(),
    time: Date.now(),
    sentAfter,
  };
  useWaiting.setState((now) => ({ held: [...now.held, held] }));
  return held;
}

async function writing(request: Request): Promise<Response> {
  const before = names.get(request);
  if (before) {
    const held = await before;
    if (held) return deliver(held);
  }
  const heard = useLive.getState().seq;
  try {
    return await written(request);
  } catch (error) {
    if (!isOffline(error) || request.signal.aborted) throw error;
    const held = await hold(request, heard);
    if (!held) throw error;
    return deliver(held);
  }
}

/** Sends what was held as soon as the server is heard again; its answer, or why it was not sent. */
async function deliver(first: Held): Promise<Response> {
  let held = first;
  for (;;) {
    await untilHeard();
    const seq = useLive.getState().seq;
    try {
      if (await isDoubtful(held)) {
        const problem = new ApiProblem(0, { code: "doubtful" });
        refuse(held, problem);
        throw problem;
      }
      const response = await written(requestOf(held));
      if (response.status !== 401) {
        if (response.ok) forget(held.id);
        else refuse(held, await problemOf(response.clone()));
        return response;
      }
      heardNothing();
    } catch (error) {
      if (!isOffline(error)) throw error;
      held = { ...held, sentAfter: held.sentAfter ?? seq };
    }
  }
}

function requestOf({ method, path, match, body }: Held): Request {
  const headers = {
    ...(match && { "if-match": match }),
    "content-type": "application/json",
    "accept-language": currentLanguage(),
  };
  return new Request(new URL(path, location.origin), {
    method,
    headers,
    ...(body && { body }),
  });
}

/** Nobody's GUID: what was done is not told in words, only by whom. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Whether somebody of one's own name changed something since it was sent the first time. */
async function isDoubtful({ method, path, sentAfter }: Held): Promise<boolean> {
  if (sentAfter === null || AGAIN.test(`${method} ${path}`)) return false;
  const study = /^.*\/api\/studies\/[^/]+/.exec(path)?.[0];
  if (!study) return false;
  const ask = (address: string) => attempt(new Request(new URL(address, location.origin)));
  const [me, since] = await Promise.all([
    ask(study).then((one) => one.json() as Promise<{ me: { guid: string } }>),
    ask(`${study}/changes?after=${sentAfter}&coders=${NOBODY}`).then(
      (all) => all.json() as Promise<readonly { user: string }[]>,
    ),
  ]);
  return since.some(({ user }) => user === me.me.guid);
}

function forget(id: string): void {
  useWaiting.setState(({ held }) => ({ held: held.filter((one) => one.id !== id) }));
}

function refuse(held: Held, problem: ApiProblem): void {
  const isDoubtful = problem.code === "doubtful";
  const reason = isDoubtful ? "" : [problem.message, problem.hint].filter(Boolean).join(" ");
  useWaiting.setState((now) => ({
    held: now.held.filter(({ id }) => id !== held.id),
    refused: [...now.refused, { ...held, reason, isDoubtful }],
  }));
}

/** Takes a refused write off the list. */
export function dismiss(id: string): void {
  useWaiting.setState(({ refused }) => ({ refused: refused.filter((one) => one.id !== id) }));
}

/**
 * Tries a refused write once more, whatever anybody else did meanwhile; only a correction stays one
 * of the text it was made in.
 */
export function again(id: string): void {
  const found = useWaiting.getState().refused.find((one) => one.id === id);
  if (!found) return;
  dismiss(id);
  const { reason: _, isDoubtful: __, ...held } = found;
  const match = OF_ONE_TEXT.test(held.path) ? held.match : null;
  resume({ ...held, match, sentAfter: null });
}

function resume(held: Held): void {
  useWaiting.setState((now) => ({ held: [...now.held, held] }));
  chain = chain.then(() => deliver(held)).catch(() => undefined);
}

const WINDOW = "jejak-window";
const PATIENCE = 1_500;

/**
 * Whether this window is a copy of another that is open: a browser that duplicates a tab copies what
 * was kept in it too, and both would send it.
 */
async function isCopy(): Promise<boolean> {
  if (!navigator.locks) return false;
  const name = sessionStorage.getItem(WINDOW);
  if (name !== null && (await claim(name))) return false;
  // From here on it goes by a name of its own.
  const fresh = crypto.randomUUID();
  sessionStorage.setItem(WINDOW, fresh);
  await claim(fresh);
  return name !== null;
}

/**
 * Takes a name for as long as this window is open; whether it was free, or came free in a moment (a
 * page that is being left lets go of it).
 */
function claim(name: string): Promise<boolean> {
  return new Promise((tell) => {
    const held = () => {
      tell(true);
      return new Promise<never>(() => undefined);
    };
    const signal = AbortSignal.timeout(PATIENCE);
    navigator.locks.request(`jejak-window-${name}`, { signal }, held).catch(() => tell(false));
  });
}

/** Takes up what an earlier page of this window left behind. */
export async function takeUp(): Promise<void> {
  const kept = readKept(sessionStorage.getItem(KEY));
  const told = isCopy();
  // Where nothing was left behind nobody waits to hear whose it is.
  if (kept.held.length + kept.refused.length === 0) return;
  const { held, refused } = (await told) ? EMPTY : kept;
  useWaiting.setState({ held: [], refused });
  for (const one of held) resume(one);
}

/** Fulfilled when everything asked for so far is answered. */
export function settled(): Promise<unknown> {
  return chain;
}

addEventListener("beforeunload", (event) => {
  if (useWaiting.getState().held.length > 0) event.preventDefault();
});
