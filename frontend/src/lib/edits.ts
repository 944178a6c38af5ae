/**
 * What a person changed in a text, as few small replacements, and where stretches stand once these
 * are made. Positions are code points. Pure.
 */

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Differences beyond so many tokens count as one. */
const MOST = 600;
const TOKEN = /[\p{L}\p{M}\p{N}'’_-]+|\s+|./gsu;

interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** The replacements that make `after` of `before`, in order, from `at` on. */
export function editsBetween(before: string, after: string, at = 0): Edit[] {
  const [old, now] = [before.match(TOKEN) ?? [], after.match(TOKEN) ?? []];
  const places = starts(old);
  return hunks(old, now).flatMap(({ from, to, newFrom, newTo }) => {
    const words = old.slice(from, to).join("");
    const edit = trimmed([...words], [...now.slice(newFrom, newTo).join("")]);
    const start = at + (places[from] ?? 0);
    return [{ start: start + edit.start, end: start + edit.end, text: edit.text }];
  });
}

/** Where each token begins, in code points. */
function starts(tokens: readonly string[]): number[] {
  let point = 0;
  const places = tokens.map((token) => {
    const start = point;
    point += [...token].length;
    return start;
  });
  return [...places, point];
}

/** A replacement without the letters that are the same at its ends. */
function trimmed(old: readonly string[], now: readonly string[]): Edit {
  const shortest = Math.min(old.length, now.length);
  let head = 0;
  while (head < shortest && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { start: head, end: old.length - tail, text: now.slice(head, now.length - tail).join("") };
}

function hunks(old: readonly string[], now: readonly string[]): Hunk[] {
  let head = 0;
  const shortest = Math.min(old.length, now.length);
  while (head < shortest && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const [to, newTo] = [old.length - tail, now.length - tail];
  if (head === to && head === newTo) return [];
  const same = common(old.slice(head, to), now.slice(head, newTo));
  const found: Hunk[] = [];
  let [from, newFrom] = [head, head];
  for (const [x, y] of [...(same ?? []), [to - head, newTo - head] as const]) {
    const [stop, newStop] = [head + x, head + y];
    if (stop > from || newStop > newFrom) {
      found.push({ from, to: stop, newFrom, newTo: newStop });
    }
    [from, newFrom] = [stop + 1, newStop + 1];
  }
  return found;
}

/** How far along each diagonal so many differences come. */
type Reach = ReadonlyMap<number, number>;

/** Whether the furthest way to a diagonal comes from the one above it: a token more in the new. */
function comesDown(reach: Reach, k: number, depth: number): boolean {
  if (k === -depth) return true;
  return k !== depth && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1);
}

/** The pairs of a longest common subsequence (Myers); `null` where the two differ too much. */
function common(
  old: readonly string[],
  now: readonly string[],
): (readonly [number, number])[] | null {
  const [n, m] = [old.length, now.length];
  const trace: Reach[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let depth = 0; depth <= Math.min(n + m, MOST); depth += 1) {
    trace.push(reach);
    const next = new Map(reach);
    for (let k = -depth; k <= depth; k += 2) {
      const x = along(old, now, k, first(next, k, depth));
      next.set(k, x);
      if (x >= n && x - k >= m) return back(trace, n, m);
    }
    reach = next;
  }
  return null;
}

/** Where a diagonal is entered. */
function first(reach: Reach, k: number, depth: number): number {
  return comesDown(reach, k, depth) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
}

/** How far a diagonal is followed over tokens that are the same. */
function along(old: readonly string[], now: readonly string[], k: number, from: number): number {
  let x = from;
  while (x < old.length && x - k < now.length && old[x] === now[x - k]) x += 1;
  return x;
}

function back(trace: readonly Reach[], n: number, m: number): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [x, y] = [n, m];
  for (let depth = trace.length - 1; depth >= 0; depth -= 1) {
    const reach = trace[depth] as Reach;
    const k = x - y;
    const before = comesDown(reach, k, depth) ? k + 1 : k - 1;
    const px = depth === 0 ? 0 : (reach.get(before) ?? 0);
    const py = depth === 0 ? 0 : px - before;
    while (x > px && y > py) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    [x, y] = [px, py];
  }
  return pairs.reverse();
}

/** The text with every edit made. */
export function corrected(text: string, edits: readonly Edit[]): string {
  const letters = [...text];
  let at = 0;
  const parts: string[] = [];
  for (const { start, end, text: words } of edits) {
    parts.push(letters.slice(at, start).join(""), words);
    at = end;
  }
  return [...parts, letters.slice(at).join("")].join("");
}

/** Where a stretch stands once the edits are made; empty where nothing of it is left. */
export function moves(edits: readonly Edit[]): (start: number, end: number) => [number, number] {
  const shift = [0];
  for (const { start, end, text } of edits) {
    shift.push((shift.at(-1) ?? 0) + [...text].length - (end - start));
  }
  const before = (point: number) => {
    let low = 0;
    let high = edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edits[middle]?.end ?? 0) <= point) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const begin = (start: number) => {
    const at = before(start);
    const over = edits[at];
    return over && over.start < start ? over.end + (shift[at + 1] ?? 0) : start + (shift[at] ?? 0);
  };
  const finish = (start: number, end: number) => {
    let at = before(end);
    // What is put in exactly at the end of a stretch does not belong to it.
    while (at > 0 && edits[at - 1]?.start === end && end > start) at -= 1;
    const over = edits[at];
    return over && over.start < end ? over.start + (shift[at] ?? 0) : end + (shift[at] ?? 0);
  };
  return (start, end) => {
    const from = begin(start);
    return [from, Math.max(from, finish(start, end))];
  };
}
