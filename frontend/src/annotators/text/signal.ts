/** Listeners of one kind of event. */

import type { Stop } from "./api";

export class Signal<T> {
  private readonly listeners = new Set<(value: T) => void>();

  readonly on = (listener: (value: T) => void): Stop => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  send(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }

  clear(): void {
    this.listeners.clear();
  }
}
