/** What a browser remembers of its person: looks, language, sizes, recent codes, places in texts. */

import { create } from "zustand";
import { persist } from "zustand/middleware";

export type Theme = "system" | "light" | "dark";
/** Whether things may move: as the system says, or less. */
export type Motion = "system" | "less";
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
  /** Minutes of reading after which a break is suggested; 0 is never. */
  readonly breaks?: number;
}

/** Whose codings are seen in a study. */
export interface Seeing {
  /** Nobody else's. */
  readonly blind: boolean;
  /** People whose codings are left out. */
  readonly hidden: readonly string[];
}

export const SEES_ALL: Seeing = { blind: false, hidden: [] };

export interface Ui {
  readonly theme: Theme;
  /** `null`: the browser's own. */
  readonly language: Language | null;
  readonly reading: Reading;
  /** The codes used last, newest first. */
  readonly recent: readonly string[];
  /** Codes that are kept at hand, in the order they were chosen. */
  readonly favourites: readonly string[];
  /** By study. */
  readonly seeing: Readonly<Record<string, Seeing>>;
  /** Sizes of side panels in pixels, by name; 0 is closed. */
  readonly panels: Readonly<Record<string, number>>;
  /** The code point reading stopped at, by source. */
  readonly positions: Readonly<Record<string, number>>;
  readonly lastSource: string | null;
  /** The keys a person chose for commands, by command; see commands/keymap.ts. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** What was gone to or done last from the palette, newest first: `KIND/GUID`, or a command. */
  readonly chosen: readonly string[];
  /** The size of everything, in percent. */
  readonly scale: number;
  readonly motion: Motion;
  /** After so many minutes a break is suggested; 0: never. */
  readonly breakAfter: number;
  /** The step of the tour that is told; `null`: none. */
  readonly tour: number | null;
  setScale(scale: number): void;
  setMotion(motion: Motion): void;
  setBreakAfter(minutes: number): void;
  setTour(step: number | null): void;
  setTheme(theme: Theme): void;
  setLanguage(language: Language): void;
  setReading(reading: Partial<Reading>): void;
  useCodes(codes: readonly string[]): void;
  toggleFavourite(code: string): void;
  setSeeing(study: string, seeing: Partial<Seeing>): void;
  setPanel(name: string, size: number): void;
  setPosition(source: string, position: number): void;
  setLastSource(source: string | null): void;
  /** Remembers what was chosen in the palette. */
  choose(what: string): void;
  /** Gives a command keys of one's own; `null` gives it back those it comes with. */
  setKeys(command: string, keys: readonly string[] | null): void;
}

const RECENT = 9;
const POSITIONS = 500;

/** `codes` before the ones used so far, each once. */
export function newestFirst(codes: readonly string[], before: readonly string[]): string[] {
  return [...new Set([...codes, ...before])].slice(0, RECENT);
}

/** The list with one more, or without it where it was there. */
export function toggled(list: readonly string[], one: string): string[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
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
      favourites: [],
      seeing: {},
      panels: {},
      positions: {},
      lastSource: null,
      keys: {},
      chosen: [],
      scale: 100,
      motion: "system",
      breakAfter: 0,
      tour: null,
      setScale: (scale) => set({ scale }),
      setMotion: (motion) => set({ motion }),
      setBreakAfter: (breakAfter) => set({ breakAfter }),
      setTour: (tour) => set({ tour }),
      choose: (what) => set((ui) => ({ chosen: newestFirst([what], ui.chosen) })),
      setTheme: (theme) => set({ theme }),
      setLanguage: (language) => set({ language }),
      setReading: (reading) => set((ui) => ({ reading: { ...ui.reading, ...reading } })),
      useCodes: (codes) => set((ui) => ({ recent: newestFirst(codes, ui.recent) })),
      toggleFavourite: (code) =>
        set(({ favourites }) => ({ favourites: toggled(favourites, code) })),
      setSeeing: (study, seeing) =>
        set((ui) => ({
          seeing: { ...ui.seeing, [study]: { ...(ui.seeing[study] ?? SEES_ALL), ...seeing } },
        })),
      setPanel: (name, size) => set((ui) => ({ panels: { ...ui.panels, [name]: size } })),
      setPosition: (source, position) =>
        set((ui) => ({ positions: withPosition(ui.positions, source, position) })),
      setLastSource: (lastSource) => set({ lastSource }),
      setKeys: (command, keys) => set((ui) => ({ keys: withKeys(ui.keys, command, keys) })),
    }),
    { name: "jejak", version: 1 },
  ),
);
