/** What was taken out of a text and what was put in, word by word. */

export interface Piece {
  readonly what: "same" | "out" | "in";
  readonly text: string;
}

/** Above so many pairs of words it is no longer worth the wait: all is out, and all is in. */
const MOST = 1_000_000;

const wordsOf = (text: string) =>
  text.match(/\s+|[\p{L}\p{N}\p{M}_]+|[^\s\p{L}\p{N}\p{M}_]/gu) ?? [];

function joined(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (piece.text === "") continue;
    if (last?.what === piece.what)
      found[found.length - 1] = { ...last, text: last.text + piece.text };
    else found.push(piece);
  }
  return found;
}

/** The lengths of the longest common sequences of what is left from each pair of places on. */
function lengthsOf(one: readonly string[], other: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: one.length + 1 }, () => new Uint32Array(other.length + 1));
  for (let a = one.length - 1; a >= 0; a -= 1) {
    const row = rows[a] as Uint32Array;
    const below = rows[a + 1] as Uint32Array;
    for (let b = other.length - 1; b >= 0; b -= 1) {
      row[b] =
        one[a] === other[b] ? (below[b + 1] ?? 0) + 1 : Math.max(below[b] ?? 0, row[b + 1] ?? 0);
    }
  }
  return rows;
}

function walked(one: readonly string[], other: readonly string[]): Piece[] {
  const lengths = lengthsOf(one, other);
  const left = (a: number, b: number) => lengths[a]?.[b] ?? 0;
  const pieces: Piece[] = [];
  let a = 0;
  let b = 0;
  while (a < one.length && b < other.length) {
    if (one[a] === other[b]) {
      pieces.push({ what: "same", text: one[a] ?? "" });
      a += 1;
      b += 1;
    } else if (left(a + 1, b) >= left(a, b + 1)) {
      pieces.push({ what: "out", text: one[a] ?? "" });
      a += 1;
    } else {
      pieces.push({ what: "in", text: other[b] ?? "" });
      b += 1;
    }
  }
  return [...pieces, ...apart(one.slice(a), other.slice(b))];
}

/** All of one out, all of the other in. */
function apart(one: readonly string[], other: readonly string[]): Piece[] {
  return [
    { what: "out", text: one.join("") },
    { what: "in", text: other.join("") },
  ];
}

/** The pieces of both texts in their order: `same` and `out` make up the first, `same` and `in` the other. */
export function differences(before: string, after: string): Piece[] {
  const one = wordsOf(before);
  const other = wordsOf(after);
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  const room = Math.min(one.length, other.length) - start;
  while (end < room && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const mine = one.slice(start, one.length - end);
  const yours = other.slice(start, other.length - end);
  return joined([
    { what: "same", text: one.slice(0, start).join("") },
    ...(mine.length * yours.length > MOST ? apart : walked)(mine, yours),
    { what: "same", text: one.slice(one.length - end).join("") },
  ]);
}
