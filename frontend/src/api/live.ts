/** Changes as they happen, from this window, others and other programs. */

import type { QueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { create } from "zustand";
import { BASE } from "./client";
import { invalidate } from "./keys";
import { useSeen } from "./seen";
import { onSilence, useLive } from "./server-state";
import type { Change, Study } from "./types";
import { settled } from "./waiting";

export { useLive } from "./server-state";

/** What somebody else did last in this study, while this window was open. */
export const useOthers = create<{ readonly last: Change | null }>()(() => ({ last: null }));

const FIRST_WAIT = 500;
const LONGEST_WAIT = 2000;
const OWN_KEPT = 100;
const own = new Set<number>();

/** Says that the codings of change `seq` are on the page already. */
export function isOnPage(seq: number | null | undefined): void {
  if (seq) own.add(seq);
  if (own.size > OWN_KEPT) own.delete(own.values().next().value ?? 0);
}

/** How long to wait before trying again, after so many failures. */
export function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures);
}

/** The stream's address, beside the page. */
function streamAddress(study: string, after: number, coders: readonly string[]): string {
  const url = new URL(`${BASE}/api/studies/${study}/changes`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.searchParams.set("after", String(after));
  for (const coder of coders) url.searchParams.append("coders", coder);
  url.hash = "";
  return url.href;
}

interface Listening {
  /** Whose work is told in words; none given: everybody's. */
  readonly coders?: readonly string[];
  readonly onChange: (change: Change) => void;
  /** The stream is back after it was lost: anything may have changed. */
  readonly onReturn: () => void;
}

/** Whether the server answers but knows this window no more. */
async function isLockedOut(): Promise<boolean> {
  try {
    return (await fetch(`${BASE}/api/studies`)).status === 401;
  } catch {
    return false;
  }
}

/** Follows the changes after `head` until stopped, and comes back when the connection is lost. */
export function follow(study: string, head: number, listening: Listening): () => void {
  const { onChange, onReturn, coders = [] } = listening;
  let after = head;
  let failures = 0;
  let stopped = false;
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  useLive.setState({ seq: head });
  const connect = () => {
    clearTimeout(timer);
    const own = new WebSocket(streamAddress(study, after, coders));
    socket = own;
    own.onopen = () => {
      const wasLost = failures > 0 || !useLive.getState().heard;
      failures = 0;
      useLive.setState({ heard: true, lockedOut: false });
      if (wasLost) onReturn();
    };
    own.onmessage = ({ data }) => {
      const change = JSON.parse(String(data)) as Change;
      after = Math.max(after, change.seq);
      useLive.setState({ seq: after });
      onChange(change);
    };
    own.onclose = () => {
      if (stopped || socket !== own) return;
      useLive.setState({ heard: false });
      void isLockedOut().then((lockedOut) => useLive.setState({ lockedOut }));
      timer = setTimeout(connect, waitAfter(failures));
      failures += 1;
    };
  };
  // A request that found nobody, or a person who comes back, makes it look anew at once.
  const look = () => {
    if (useLive.getState().heard || socket?.readyState === WebSocket.CONNECTING) return;
    failures += 1;
    const before = socket;
    connect();
    before?.close();
  };
  const stopLooking = onSilence(look);
  addEventListener("online", look);
  addEventListener("focus", look);
  connect();
  return () => {
    stopped = true;
    stopLooking();
    removeEventListener("online", look);
    removeEventListener("focus", look);
    clearTimeout(timer);
    socket?.close();
  };
}

/** Nobody's GUID. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Keeps whatever is shown of a study as it is now. */
export function useLiveChanges(study: string, head: number, queries: QueryClient): void {
  const seen = useSeen();
  // Who codes blind is not told in words what others do.
  const only = seen.isBlind ? (seen.coders?.[0] ?? NOBODY) : null;
  // The stream goes on from where it began, or from what it told itself last.
  const last = useRef({ study, seq: head });
  // biome-ignore lint/correctness/useExhaustiveDependencies: head is where it starts, once
  useEffect(() => {
    if (last.current.study !== study) last.current = { study, seq: head };
    useOthers.setState({ last: null });
    return follow(study, last.current.seq, {
      ...(only !== null && { coders: [only] }),
      onChange: (change) => {
        last.current = { study, seq: Math.max(change.seq, last.current.seq) };
        noteOthers(queries, study, change);
        if (change.user !== meOf(queries, study)) take(queries, change);
        else whenAnswered(queries, () => take(queries, change));
      },
      // What waited is saved first, so that nothing shown is taken back and comes again.
      onReturn: () => void settled().then(() => queries.invalidateQueries()),
    });
  }, [study, queries, only]);
}

/** What a coding is made of: whatever shows it follows the answer already when it was made here. */
const OF_CODINGS = new Set(["coding", "segment"]);
/** The longest that news wait for the answers to what was asked for here, in milliseconds. */
const LONGEST_HELD = 500;

/** Fetches anew whatever a change touched that is not on the page already. */
function take(queries: QueryClient, { seq, touched, sources }: Change): void {
  const isOwn = own.delete(seq);
  const kinds = Object.keys(touched).filter((kind) => !(isOwn && OF_CODINGS.has(kind)));
  if (kinds.length > 0) invalidate(queries, kinds, { sources, except: isOwn ? ["codings"] : [] });
}

/** Goes on once whatever was asked for here is answered: the news of it may come before. */
function whenAnswered(queries: QueryClient, goOn: () => void): void {
  if (queries.isMutating() === 0) {
    goOn();
    return;
  }
  const end = () => {
    clearTimeout(timer);
    stop();
    goOn();
  };
  const timer = setTimeout(end, LONGEST_HELD);
  const stop = queries.getMutationCache().subscribe(() => {
    if (queries.isMutating() === 0) end();
  });
}

function meOf(queries: QueryClient, study: string): string | undefined {
  return queries.getQueryData<Study>(["study", study])?.me.guid;
}

/** Keeps in mind what somebody else did last. */
function noteOthers(queries: QueryClient, study: string, change: Change): void {
  const me = meOf(queries, study);
  if (me && change.user !== me) useOthers.setState({ last: change });
}
