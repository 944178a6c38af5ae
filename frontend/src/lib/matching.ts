/** Titles found by some of their letters: marks and case do not matter, a letter or two may be wrong. */

/** A text as it is searched. */
export function folded(text: string): string {
  return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
}

/** Whether two letters stand the other way round at these places. */
function isSwap(one: string, other: string, a: number, b: number): boolean {
  return a > 1 && b > 1 && one[a - 1] === other[b - 2] && one[a - 2] === other[b - 1];
}

/** Letters to be left out, put in, changed or swapped to make one word of another, `most` at most. */
export function mistakes(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  const rows = [Array.from({ length: other.length + 1 }, (_, place) => place)];
  const at = (a: number, b: number) => rows[a]?.[b] ?? 0;
  for (let a = 1; a <= one.length; a += 1) {
    const row = [a];
    rows.push(row);
    for (let b = 1; b <= other.length; b += 1) {
      row[b] = Math.min(
        at(a - 1, b) + 1,
        at(a, b - 1) + 1,
        at(a - 1, b - 1) + (one[a - 1] === other[b - 1] ? 0 : 1),
        isSwap(one, other, a, b) ? at(a - 2, b - 2) + 1 : most + 1,
      );
    }
  }
  return at(one.length, other.length);
}

/** Whether a word begins as `wanted` does, a mistake or two aside. */
function isNear(wanted: string, word: string): boolean {
  if (word.startsWith(wanted)) return true;
  if (wanted.length < 3) return false;
  const most = wanted.length < 6 ? 1 : 2;
  const starts = [word.slice(0, wanted.length), word.slice(0, wanted.length + 1)];
  return starts.some((start) => mistakes(wanted, start, most) <= most);
}

/** How well a title answers: 40 exactly, 30 it begins so, 20 a word does, 10 inside, 8 and 4 nearly. */
export function pointsOf(title: string, text: string): number {
  const wanted = folded(text).trim();
  const key = folded(title);
  if (wanted === "") return 0;
  if (key === wanted) return 40;
  if (key.startsWith(wanted)) return 30;
  const words = key.split(/[^\p{L}\p{N}]+/u);
  if (words.some((_, place) => words.slice(place).join(" ").startsWith(wanted))) return 20;
  if (key.includes(wanted)) return 10;
  const parts = wanted.split(/\s+/);
  if (parts.every((part) => key.includes(part))) return 8;
  return parts.every((part) => words.some((word) => isNear(part, word))) ? 4 : 0;
}
