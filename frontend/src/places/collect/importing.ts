/** An import in its steps: looking at files without writing, correcting, writing. */

import { sendFiles } from "../../api/sources";
import type { ImportedFile } from "../../api/types";

/** What a person says about one file over what was recognised; empty: as recognised. */
export interface Correction {
  readonly kind: string;
  readonly case: string;
  readonly language: string;
  readonly encoding: string;
}

export const NO_CORRECTION: Correction = { kind: "", case: "", language: "", encoding: "" };

/** One file on its way. */
export interface Line {
  readonly id: number;
  readonly file: File;
  /** What the server made of it; `null` while it looks. */
  readonly seen: ImportedFile | null;
  readonly correction: Correction;
  readonly isTaken: boolean;
  readonly state: "looking" | "ready" | "failed" | "writing" | "done";
}

const MOST_FILES = 40;
const MOST_BYTES = 24_000_000;

/** In portions small enough to show progress. */
export function portions<T>(all: readonly T[], size: (one: T) => number): T[][] {
  const made: T[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const one of all) {
    const last = made.at(-1);
    if (!last || last.length >= MOST_FILES || bytes + size(one) > MOST_BYTES) {
      made.push([one]);
      bytes = size(one);
    } else {
      last.push(one);
      bytes += size(one);
    }
  }
  return made;
}

/** Lines that go in one request: those about which the same is said. */
export function grouped(lines: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const { kind, case: one, language, encoding } = line.correction;
    const key = JSON.stringify([kind, one, language, encoding]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

/** A line after the server looked at it: a file that is there already is not taken unless asked. */
export function looked(line: Line, seen: ImportedFile): Line {
  const isTaken = seen.ok && seen.duplicate_of === null;
  return { ...line, seen, state: seen.ok ? "ready" : "failed", isTaken };
}

/** A line after it was written, or why it was not. */
export function written(line: Line, seen: ImportedFile): Line {
  return { ...line, seen, state: seen.ok ? "done" : "failed" };
}

export interface Sending {
  readonly study: string;
  readonly dryRun: boolean;
  readonly signal: AbortSignal;
  /** Told of each portion that came back. */
  readonly onSeen: (seen: ReadonlyMap<number, ImportedFile>) => void;
}

/** Sends lines in portions; a portion that fails as a whole throws, those before it stand. */
export async function send(
  lines: readonly Line[],
  { study, dryRun, ...on }: Sending,
): Promise<void> {
  for (const group of grouped(lines)) {
    for (const portion of portions(group, ({ file }) => file.size)) {
      const files = portion.map(({ file }) => file);
      const said = portion[0]?.correction ?? NO_CORRECTION;
      const answer = await sendFiles(study, files, said, dryRun, on.signal);
      on.onSeen(
        new Map(
          answer.files.flatMap((seen, at) => {
            const line = portion[at];
            return line ? [[line.id, seen] as const] : [];
          }),
        ),
      );
    }
  }
}
