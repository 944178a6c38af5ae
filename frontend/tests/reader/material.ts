/** Made-up documents of any size, half of them in other scripts, with codings that overlap. */

import type { CodingColumns, Ink, Pattern, ReaderDocument } from "../../src/annotators/text/api";
import { drawing, mixedText } from "../mixed";

const LATIN = [
  "saya", "pakai", "dua", "akun", "supaya", "teman", "tidak", "tahu", "the", "people", "who",
  "know", "me", "karena", "aman", "lebih", "mudah", "begitu", "always", "online",
]; // biome-ignore format: a table of words

const HUES = [8, 32, 48, 95, 150, 175, 205, 230, 265, 290, 320, 345];
const PATTERNS: readonly Pattern[] = ["solid", "stripes", "dots", "dashes", "cross"];

export interface LongStudy {
  readonly document: ReaderDocument;
  readonly codings: CodingColumns;
  readonly palette: ReadonlyMap<string, Ink>;
}

/** A transcript of `length` code points or a little more, with so many codings of so many codes. */
export function longStudy(length: number, codings: number, seed = 1, codes = 60): LongStudy {
  const draw = drawing(seed);
  const turns: string[] = [];
  const start: number[] = [];
  const end: number[] = [];
  let at = 0;
  while (at < length) {
    const turn = words(draw, 20 + draw(380));
    const points = [...turn].length;
    start.push(at);
    end.push(at + points);
    turns.push(turn);
    at += points + 1;
  }
  const blocks = {
    number: turns.map((_, turn) => turn + 1),
    kind: turns.map(() => "turn"),
    start,
    end,
    speaker: turns.map((_, turn) => (turn % 2 === 0 ? "Peneliti" : "Gita")),
    time: turns.map((_, turn) => turn * 7000),
  };
  const document = { text: turns.join("\n"), blocks };
  return { document, codings: coded(draw, at, codings, codes), palette: inks(codes) };
}

function words(draw: (limit: number) => number, length: number): string {
  if (draw(2) === 0) return `${mixedText(draw, length).replaceAll("\n", " ").trim()}.`;
  let text = "";
  while (text.length < length) text += `${LATIN[draw(LATIN.length)]} `;
  return `${text.trim()}.`;
}

function coded(draw: (limit: number) => number, end: number, count: number, codes: number) {
  const starts = Array.from({ length: count }, () => draw(Math.max(end - 600, 1)));
  return {
    coding: starts.map((_, at) => `coding-${at}`),
    start: starts,
    end: starts.map((start) => Math.min(start + 10 + draw(draw(8) === 0 ? 600 : 160), end - 1)),
    code: starts.map(() => `code-${draw(codes)}`),
    coder: starts.map(() => `coder-${draw(2)}`),
    weight: starts.map(() => null),
  };
}

function inks(codes: number): ReadonlyMap<string, Ink> {
  return new Map(
    Array.from({ length: codes }, (_, at) => {
      const hue = HUES[at % HUES.length] ?? 0;
      const pattern = PATTERNS[Math.floor(at / HUES.length) % PATTERNS.length] ?? "solid";
      return [`code-${at}`, { name: `Kode ${at}`, colour: `hsl(${hue} 62% 48%)`, pattern }];
    }),
  );
}
