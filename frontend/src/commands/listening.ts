import { create } from "zustand";

/** The command that waits for its new key; no key means anything else meanwhile. */
export const useListening = create<{ readonly id: string | null }>()(() => ({ id: null }));
