/** Whether the server is heard, and up to which change. */

import { create } from "zustand";

interface Live {
  readonly heard: boolean;
  /** It answers, but does not know this window any more: it was started anew elsewhere. */
  readonly lockedOut: boolean;
  /** The last change heard of. */
  readonly seq: number;
}

export const useLive = create<Live>()(() => ({ heard: true, lockedOut: false, seq: 0 }));

const anxious = new Set<() => void>();

/** Says that a request found nobody: whoever listens looks for the server at once. */
export function heardNothing(): void {
  useLive.setState({ heard: false });
  for (const look of anxious) look();
}

/** Calls `look` whenever a request found nobody; the call returned ends that. */
export function onSilence(look: () => void): () => void {
  anxious.add(look);
  return () => anxious.delete(look);
}

/** Fulfilled as soon as the server is heard. */
export function untilHeard(): Promise<void> {
  if (useLive.getState().heard) return Promise.resolve();
  return new Promise((done) => {
    const stop = useLive.subscribe(({ heard }) => {
      if (!heard) return;
      stop();
      done();
    });
  });
}
