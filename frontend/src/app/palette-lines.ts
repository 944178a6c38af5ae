/** What the palette lists: names, places and commands that answer to some letters, best first. */

import { pointsOf } from "../lib/matching";

export interface Line {
  /** `KIND/GUID`, `place/NAME` or `do/COMMAND`: what is remembered when it is chosen. */
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly where: string;
  readonly points: number;
}

/** Titles that answer to the letters, with their points; without letters all of them. */
export function answering(lines: readonly Line[], text: string): Line[] {
  if (text.trim() === "") return [...lines];
  return lines
    .map((line) => ({ ...line, points: pointsOf(line.label, text) }))
    .filter(({ points }) => points > 0);
}

/** A little more for what was chosen lately, never past what answers better by its letters. */
function weightOf(line: Line, chosen: readonly string[]): number {
  const place = chosen.indexOf(line.id);
  return line.points + (place < 0 ? 0 : 1 - place / 100);
}

/** The lines by group: the best line first, and its group before the others. */
export function grouped(lines: readonly Line[], chosen: readonly string[]): [string, Line[]][] {
  const sorted = [...lines].sort((one, other) => weightOf(other, chosen) - weightOf(one, chosen));
  const groups = new Map<string, Line[]>();
  for (const line of sorted) groups.set(line.group, [...(groups.get(line.group) ?? []), line]);
  return [...groups];
}
