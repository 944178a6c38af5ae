/** Listeners of one kind of event. */

import type { Stop } from "./api";

export class Signal<T extends readonly unknown[]> {
  private readonly listeners = new Set<(...values: T) => void>();

  readonly on = (listener: (...values: T) => void): Stop => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  send(...values: T): void {
    for (const listener of [...this.listeners]) listener(...values);
  }

  clear(): void {
    this.listeners.clear();
  }
}
