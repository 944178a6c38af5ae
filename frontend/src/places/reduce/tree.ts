/** The tree of codes for drawing: who is under whom, and what a search leaves of it. */

import type { Code } from "../../api/types";
import { plain } from "./match";

export const ROOT = "root";

export interface Tree {
  readonly codes: ReadonlyMap<string, Code>;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

/** The codes that are called so, by name, entry or a code above, with all above them. */
export function sought(codes: readonly Code[], text: string): readonly Code[] {
  const wanted = plain(text.trim());
  if (wanted === "") return codes;
  const byGuid = new Map(codes.map((code) => [code.guid, code]));
  const kept = new Set<string>();
  for (const code of codes) {
    if (!plain(code.path).includes(wanted) && !plain(code.short).includes(wanted)) continue;
    let at: Code | undefined = code;
    while (at && !kept.has(at.guid)) {
      kept.add(at.guid);
      at = at.parent ? byGuid.get(at.parent) : undefined;
    }
  }
  return codes.filter(({ guid }) => kept.has(guid));
}

export function treeOf(codes: readonly Code[]): Tree {
  const children = new Map<string, string[]>([[ROOT, []]]);
  const known = new Map(codes.map((code) => [code.guid, code]));
  for (const { guid, parent } of codes) {
    const above = parent && known.has(parent) ? parent : ROOT;
    const list = children.get(above);
    if (list) list.push(guid);
    else children.set(above, [guid]);
  }
  return { codes: known, children };
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
