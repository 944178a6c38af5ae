/** The tree of codes for drawing: who is under whom, in which order, and what is left of it. */

import type { Code } from "../../api/types";
import { byParent, outermost } from "../../lib/code-changes";
import type { Sorting } from "../../lib/code-order";
import { plain } from "./match";

export const ROOT = "root";

export interface Tree {
  readonly codes: ReadonlyMap<string, Code>;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

const folded = new WeakMap<Code, string>();

/** What is looked into for a code, its letters plain. */
function lettersOf(code: Code): string {
  const known = folded.get(code);
  if (known !== undefined) return known;
  const letters = plain(`${code.path}\n${code.short}`);
  folded.set(code, letters);
  return letters;
}

/** The codes that are wanted, with all above them; as many wishes as there are hold together. */
function keptWith(codes: readonly Code[], isWanted: (code: Code) => boolean): readonly Code[] {
  const byGuid = new Map(codes.map((code) => [code.guid, code]));
  const kept = new Set<string>();
  for (const code of codes) {
    if (!isWanted(code)) continue;
    let at: Code | undefined = code;
    while (at && !kept.has(at.guid)) {
      kept.add(at.guid);
      at = at.parent ? byGuid.get(at.parent) : undefined;
    }
  }
  return codes.filter(({ guid }) => kept.has(guid));
}

/** The codes that are called so, by name, entry or a code above, with all above them. */
export function sought(codes: readonly Code[], text: string): readonly Code[] {
  const wanted = plain(text.trim());
  return wanted === "" ? codes : keptWith(codes, (code) => lettersOf(code).includes(wanted));
}

/** The codes of a set, and those below them, with all above them. */
export function among(codes: readonly Code[], members: ReadonlySet<string>): readonly Code[] {
  const inside = new Set(members);
  for (const { guid, parent } of codes) if (parent && inside.has(parent)) inside.add(guid);
  return keptWith(codes, ({ guid }) => inside.has(guid));
}

/** The same codes, siblings by another order: that of the codebook, of names, or of use. */
export function sorted(codes: readonly Code[], by: Sorting): readonly Code[] {
  if (by === "order") return codes;
  const compare = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" }).compare;
  const byName = (one: Code, other: Code) => compare(one.name, other.name);
  const order =
    by === "name"
      ? byName
      : (one: Code, other: Code) => other.codings_below - one.codings_below || byName(one, other);
  return [...codes].sort(order);
}

export function treeOf(codes: readonly Code[]): Tree {
  const children = new Map<string, string[]>([[ROOT, []]]);
  for (const [parent, list] of byParent(codes))
    children.set(
      parent ?? ROOT,
      list.map(({ guid }) => guid),
    );
  return { codes: new Map(codes.map((code) => [code.guid, code])), children };
}

/** A line of the tree as it is drawn. */
export interface Row {
  readonly code: Code;
  readonly level: number;
  /** Whether codes are shown below it. */
  readonly isOpen: boolean;
  readonly setSize: number;
  /** Among its siblings, from 1. */
  readonly posInSet: number;
}

export interface Lines {
  readonly rows: readonly Row[];
  /** The number of the line of each code. */
  readonly at: ReadonlyMap<string, number>;
}

/** The lines that are seen when some codes are unfolded. */
export function linesOf({ codes, children }: Tree, open: ReadonlySet<string>): Lines {
  const rows: Row[] = [];
  const at = new Map<string, number>();
  const walk = (above: string, level: number) => {
    const guids = children.get(above) ?? [];
    for (const [order, guid] of guids.entries()) {
      const code = codes.get(guid);
      if (!code) continue;
      const isOpen = open.has(guid) && children.has(guid);
      at.set(guid, rows.length);
      rows.push({ code, level, isOpen, setSize: guids.length, posInSet: order + 1 });
      if (isOpen) walk(guid, level + 1);
    }
  };
  walk(ROOT, 0);
  return { rows, at };
}

/** Whether a code is another or lies below it. */
export function isWithin(codes: ReadonlyMap<string, Code>, guid: string, above: string): boolean {
  let at: string | null | undefined = guid;
  while (at) {
    if (at === above) return true;
    at = codes.get(at)?.parent;
  }
  return false;
}

export interface Place {
  /** `null`: at the top. */
  readonly parent: string | null;
  /** How many of the codes there, that do not move, come before; `null`: all. */
  readonly position: number | null;
}

export type Step = "up" | "down" | "in" | "out";

/** Where codes go by one step from the first of them; `null` where there is no such way. */
export function stepped(
  codes: readonly Code[],
  guids: readonly string[],
  step: Step,
): Place | null {
  const moving = outermost(codes, guids);
  const first = moving[0];
  if (!first) return null;
  const going = new Set(moving.map(({ guid }) => guid));
  const below = byParent(codes);
  const parent = first.parent;
  const all = below.get(parent) ?? [];
  const there = all.filter(({ guid }) => !going.has(guid));
  const before = all.slice(0, all.indexOf(first)).filter(({ guid }) => !going.has(guid)).length;
  const above = there[before - 1];
  if (step === "up") return above ? { parent, position: before - 1 } : null;
  if (step === "down") return there[before] ? { parent, position: before + 1 } : null;
  if (step === "in") return above ? { parent: above.guid, position: null } : null;
  const holder = codes.find(({ guid }) => guid === parent);
  if (!holder) return null;
  const around = (below.get(holder.parent) ?? []).filter(({ guid }) => !going.has(guid));
  return { parent: holder.parent, position: around.indexOf(holder) + 1 };
}
