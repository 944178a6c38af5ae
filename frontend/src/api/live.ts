/** Changes as they happen, from this window, others and other programs. */

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { create } from "zustand";
import { BASE } from "./client";
import { invalidate } from "./keys";
import type { Change } from "./types";

interface Live {
  /** Whether the server is heard. */
  readonly heard: boolean;
}

export const useLive = create<Live>()(() => ({ heard: true }));

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;
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
function streamAddress(study: string, after: number): string {
  const url = new URL(`${BASE}/api/studies/${study}/changes`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  url.searchParams.set("after", String(after));
  url.hash = "";
  return url.href;
}

interface Listening {
  readonly onChange: (change: Change) => void;
  /** The stream is back after it was lost: anything may have changed. */
  readonly onReturn: () => void;
}

/** Follows the changes after `head` until stopped, and comes back when the connection is lost. */
export function follow(study: string, head: number, { onChange, onReturn }: Listening): () => void {
  let after = head;
  let failures = 0;
  let stopped = false;
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const connect = () => {
    socket = new WebSocket(streamAddress(study, after));
    socket.onopen = () => {
      if (failures > 0) onReturn();
      failures = 0;
      useLive.setState({ heard: true });
    };
    socket.onmessage = ({ data }) => {
      const change = JSON.parse(String(data)) as Change;
      after = Math.max(after, change.seq);
      onChange(change);
    };
    socket.onclose = () => {
      if (stopped) return;
      useLive.setState({ heard: false });
      timer = setTimeout(connect, waitAfter(failures));
      failures += 1;
    };
  };
  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}

/** Keeps whatever is shown of a study as it is now. */
export function useLiveChanges(study: string, head: number): void {
  const queries = useQueryClient();
  // The stream goes on from where it began; a later head is what it told itself.
  // biome-ignore lint/correctness/useExhaustiveDependencies: head is where it starts, once
  useEffect(
    () =>
      follow(study, head, {
        onChange: ({ seq, touched, sources }) =>
          invalidate(queries, Object.keys(touched), {
            sources,
            except: own.delete(seq) ? ["codings"] : [],
          }),
        onReturn: () => void queries.invalidateQueries(),
      }),
    [study, queries],
  );
}
