/** What keys do in a Markdown text. Positions are UTF-16 units, as a text area counts them. */

export interface Edit {
  /** What is replaced … */
  readonly from: number;
  readonly to: number;
  /** … by these words, … */
  readonly words: string;
  /** … and what is selected then. */
  readonly select: readonly [number, number];
}

const LIST = /^(\s*)(?:([-*+])|(\d+)([.)]))(\s+)(\[[ xX]\]\s+)?/;
const QUOTE = /^(\s*(?:>\s?)+)/;

function lineAt(text: string, at: number): { start: number; end: number; line: string } {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const next = text.indexOf("\n", at);
  const end = next < 0 ? text.length : next;
  return { start, end, line: text.slice(start, end) };
}

const put = (from: number, to: number, words: string): Edit => ({
  from,
  to,
  words,
  select: [from + words.length, from + words.length],
});

/** What begins the line after one that begins so; empty where nothing goes on. */
function nextMark(line: string): { mark: string; next: string } | null {
  const list = LIST.exec(line);
  if (list) {
    const [mark, indent = "", bullet, number, dot = "", space = " ", box] = list;
    const begin = bullet ?? `${Number(number) + 1}${dot}`;
    return { mark, next: `${indent}${begin}${space}${box ? "[ ] " : ""}` };
  }
  const quote = QUOTE.exec(line);
  return quote?.[1] ? { mark: quote[1], next: quote[1] } : null;
}

/** Enter within a list or quotation: it goes on, or ends where the line is empty. */
export function continued(text: string, start: number, end: number): Edit | null {
  const { start: from, line } = lineAt(text, start);
  const found = nextMark(line);
  if (!found || start < from + found.mark.length) return null;
  const isEmpty = line.slice(found.mark.length).trim() === "";
  return isEmpty ? put(from, end, "") : put(start, end, `\n${found.next}`);
}

const STEP = "  ";

/** Tab within a list: its lines go a step in, or back. `null` where there is no list. */
export function indented(text: string, start: number, end: number, back: boolean): Edit | null {
  const from = lineAt(text, start).start;
  const to = lineAt(text, Math.max(start, end - 1)).end;
  const lines = text.slice(from, to).split("\n");
  if (!lines.every((line) => LIST.test(line) || line.trim() === "")) return null;
  if (!lines.some((line) => LIST.test(line))) return null;
  const moved = lines.map((line) => (back ? line.replace(/^(?: {1,2}|\t)/, "") : STEP + line));
  const words = moved.join("\n");
  if (start !== end) return { from, to, words, select: [from, from + words.length] };
  const at = Math.max(from, start + words.length - (to - from));
  return { from, to, words, select: [at, at] };
}

/** Marks on both sides of what is selected, or off again. */
export function wrapped(text: string, start: number, end: number, mark: string): Edit {
  const n = mark.length;
  const inner = text.slice(start, end);
  const isOn = text.slice(start - n, start) === mark && text.slice(end, end + n) === mark;
  if (isOn && text.slice(start - 2 * n, start) !== mark + mark) {
    return { from: start - n, to: end + n, words: inner, select: [start - n, end - n] };
  }
  return { from: start, to: end, words: mark + inner + mark, select: [start + n, end + n] };
}

const ADDRESS = /^(https?:\/\/|mailto:)\S+$/i;

/** What is selected as a link; its address, if it is not known yet, is selected to be typed. */
export function linked(text: string, start: number, end: number, address = ""): Edit {
  const inner = text.slice(start, end);
  const isAddress = address === "" && ADDRESS.test(inner);
  const label = isAddress ? "" : inner;
  const goal = isAddress ? inner : address;
  const words = `[${label}](${goal})`;
  if (label === "") return { from: start, to: end, words, select: [start + 1, start + 1] };
  const at = start + label.length + 3;
  const after = start + words.length;
  return { from: start, to: end, words, select: address ? [after, after] : [at, at] };
}

/** A pasted address over selected words makes them a link; all else is pasted as it is. */
export function pasted(text: string, start: number, end: number, clip: string): Edit | null {
  const address = clip.trim();
  if (start === end || !ADDRESS.test(address)) return null;
  return linked(text, start, end, address);
}

const TASK = /^\s*(?:[-*+]|\d+[.)])\s+\[([ xX])\]\s+(.*\S)\s*$/;

/** The words of the task on a line (from 0 on), or `null` where there is none. */
export function taskAt(body: string, line: number): string | null {
  return TASK.exec(body.split("\n")[line] ?? "")?.[2] ?? null;
}

/** Whether something is to be read at all. */
export function isBlank(body: string): boolean {
  return body.trim() === "";
}

const TITLE = 80;

/** A title from the words of a memo: its first line that is no quotation. */
export function titleOf(body: string): string {
  const lines = body.split("\n").filter((line) => line.trim() !== "");
  const line = lines.find((words) => !words.startsWith(">")) ?? lines[0] ?? "";
  const plain = line
    .replace(/!?\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, "$1")
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/, "")
    .replace(/[*_`]{1,3}(\S(?:.*?\S)?)[*_`]{1,3}/g, "$1");
  const letters = [...plain.trim()];
  return letters.length <= TITLE ? letters.join("") : `${letters.slice(0, TITLE - 1).join("")}…`;
}
