/** What a browser remembers of its person: looks, language, sizes, recent codes, places in texts. */

import { create } from "zustand";
import { persist } from "zustand/middleware";

export type Theme = "system" | "light" | "dark";
export type Language = "en" | "id";

/** How texts are set for reading. */
export interface Reading {
  /** Of the letters, in pixels. */
  readonly size: number;
  /** Of the lines, in characters. */
  readonly width: number;
  /** Of the lines' height, as a multiple of the letters. */
  readonly leading: number;
  readonly serif: boolean;
  readonly colouring: "code" | "coder";
}

export interface Ui {
  readonly theme: Theme;
  /** `null`: the browser's own. */
  readonly language: Language | null;
  readonly reading: Reading;
  /** The codes used last, newest first. */
  readonly recent: readonly string[];
  /** Sizes of side panels in pixels, by name; 0 is closed. */
  readonly panels: Readonly<Record<string, number>>;
  /** The code point reading stopped at, by source. */
  readonly positions: Readonly<Record<string, number>>;
  readonly lastSource: string | null;
  /** The keys a person chose for commands, by command; see commands/keymap.ts. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  setTheme(theme: Theme): void;
  setLanguage(language: Language): void;
  setReading(reading: Partial<Reading>): void;
  useCodes(codes: readonly string[]): void;
  setPanel(name: string, size: number): void;
  setPosition(source: string, position: number): void;
  setLastSource(source: string | null): void;
  /** Gives a command keys of one's own; `null` gives it back those it comes with. */
  setKeys(command: string, keys: readonly string[] | null): void;
}

const RECENT = 9;
const POSITIONS = 500;

/** `codes` before the ones used so far, each once. */
export function newestFirst(codes: readonly string[], before: readonly string[]): string[] {
  return [...new Set([...codes, ...before])].slice(0, RECENT);
}

/** The positions with one more, of the latest texts only. */
export function withPosition(
  positions: Readonly<Record<string, number>>,
  source: string,
  position: number,
): Record<string, number> {
  const { [source]: _, ...others } = positions;
  return Object.fromEntries([...Object.entries(others), [source, position]].slice(-POSITIONS));
}

/** The keys with those of one command given or given back. */
export function withKeys(
  all: Ui["keys"],
  command: string,
  keys: readonly string[] | null,
): Ui["keys"] {
  const { [command]: _, ...others } = all;
  return keys ? { ...others, [command]: keys } : others;
}

export const useUi = create<Ui>()(
  persist(
    (set) => ({
      theme: "system",
      language: null,
      reading: { size: 17, width: 68, leading: 1.6, serif: false, colouring: "code" },
      recent: [],
      panels: {},
      positions: {},
      lastSource: null,
      keys: {},
      setTheme: (theme) => set({ theme }),
      setLanguage: (language) => set({ language }),
      setReading: (reading) => set((ui) => ({ reading: { ...ui.reading, ...reading } })),
      useCodes: (codes) => set((ui) => ({ recent: newestFirst(codes, ui.recent) })),
      setPanel: (name, size) => set((ui) => ({ panels: { ...ui.panels, [name]: size } })),
      setPosition: (source, position) =>
        set((ui) => ({ positions: withPosition(ui.positions, source, position) })),
      setLastSource: (lastSource) => set({ lastSource }),
      setKeys: (command, keys) => set((ui) => ({ keys: withKeys(ui.keys, command, keys) })),
    }),
    { name: "jejak", version: 1 },
  ),
);
