/** The keys of the reading desk, and what each means. */

export const COMMANDS = [
  "code",
  "inVivo",
  "memo",
  "repeat",
  "recent",
  "evidence",
  "uncode",
  "startBack",
  "startOn",
  "endBack",
  "endOn",
  "undo",
  "redo",
  "nextBlock",
  "previousBlock",
  "nextCoding",
  "previousCoding",
  "find",
  "help",
  "back",
] as const;
export type Command = (typeof COMMANDS)[number];

/** How each is written in the list of keys. */
export const WRITTEN: Readonly<Record<Command, string>> = {
  code: "C",
  inVivo: "V",
  memo: "M",
  repeat: "R",
  recent: "1 – 9",
  evidence: ".",
  uncode: "X",
  startBack: "{",
  startOn: "}",
  endBack: "[",
  endOn: "]",
  undo: "Z",
  redo: "⇧ Z",
  nextBlock: "J",
  previousBlock: "K",
  nextCoding: "N",
  previousCoding: "P",
  find: "/",
  help: "?",
  back: "Esc",
};

const KEYS: Readonly<Record<string, Command>> = {
  c: "code",
  v: "inVivo",
  m: "memo",
  r: "repeat",
  ".": "evidence",
  x: "uncode",
  "{": "startBack",
  "}": "startOn",
  "[": "endBack",
  "]": "endOn",
  z: "undo",
  Z: "redo",
  j: "nextBlock",
  k: "previousBlock",
  n: "nextCoding",
  p: "previousCoding",
  "/": "find",
  "?": "help",
  Escape: "back",
};

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key means here; `recent` comes with which of the recent codes, from 0. */
export function commandOf(event: Pressed): { command: Command; index: number } | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (/^[1-9]$/.test(event.key)) return { command: "recent", index: Number(event.key) - 1 };
  const command = KEYS[event.key];
  return command ? { command, index: 0 } : null;
}
