/** Short words about what has just happened. */

import { create } from "zustand";
import { ApiProblem, isOffline } from "../api/problem";

export interface Toast {
  readonly id: number;
  readonly tone: "plain" | "good" | "danger";
  readonly text: string;
  readonly more?: string;
  readonly doing?: { readonly label: string; readonly act: () => void };
}

interface Toasts {
  readonly toasts: readonly Toast[];
  show(toast: Omit<Toast, "id">): number;
  dismiss(id: number): void;
}

const AT_ONCE = 4;
let last = 0;

export const useToasts = create<Toasts>()((set) => ({
  toasts: [],
  show: (toast) => {
    last += 1;
    const id = last;
    set(({ toasts }) => ({ toasts: [...toasts, { ...toast, id }].slice(-AT_ONCE) }));
    return id;
  },
  dismiss: (id) => set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) })),
}));

/** Says something, with a thing to do about it if there is one. */
export function toast(text: string, more: Partial<Omit<Toast, "id" | "text">> = {}): number {
  return useToasts.getState().show({ tone: "plain", text, ...more });
}

/** Says why something was not done: the server's words and its hint. */
export function toastProblem(error: unknown, what: string, offline: string): void {
  if (error instanceof ApiProblem) {
    const more = [error.message, error.hint].filter(Boolean).join(" ");
    toast(what, { tone: "danger", more });
    return;
  }
  const told = error instanceof Error ? error.message : String(error);
  toast(what, { tone: "danger", more: isOffline(error) ? offline : told });
}
