/** Where in the tree something that is dragged would go. */

import type { Code } from "../../api/types";
import type { Dragged } from "../../lib/drag";
import { isWithin, type Place, type Row, type Tree } from "./tree";

export type Drop =
  /** Between two lines, told by the number of the one below and how far it is indented. */
  | (Place & { readonly kind: "place"; readonly line: number; readonly level: number })
  | (Place & { readonly kind: "inside"; readonly line: number; readonly code: Code })
  | {
      /** Codes become part of a code, a passage gets it, codings get it instead or besides. */
      readonly kind: "merge" | "code" | "recode" | "add";
      readonly line: number;
      readonly code: Code;
    };

export interface Pointed {
  /** In lines from the top of the tree: 2.5 is the middle of the third. */
  readonly y: number;
  /** In steps of indentation. */
  readonly x: number;
  readonly ctrl: boolean;
  readonly alt: boolean;
  /** Lines stand in the order of the codebook, all of them, so that one can put between. */
  readonly isOrdered: boolean;
}

const EDGE = 0.28;

/** How many of the siblings that stay come before a code. */
function before(tree: Tree, parent: string, guid: string, going: ReadonlySet<string>): number {
  const all = tree.children.get(parent) ?? [];
  return all.slice(0, all.indexOf(guid)).filter((one) => !going.has(one)).length;
}

function below(
  rows: readonly Row[],
  at: number,
  pointed: Pointed,
  root: string,
  tree: Tree,
  going: ReadonlySet<string>,
): Drop | null {
  const row = rows[at];
  if (!row) return null;
  // After the last of a group it may go further out, as far as the line below allows.
  const least = rows[at + 1]?.level ?? 0;
  const level = Math.min(row.level, Math.max(least, Math.floor(pointed.x)));
  let code: Code | undefined = row.code;
  for (let up = row.level; up > level; up -= 1) code = tree.codes.get(code?.parent ?? "");
  if (!code) return null;
  const parent = code.parent && tree.codes.has(code.parent) ? code.parent : null;
  const stays = going.has(code.guid) ? 0 : 1;
  const position = before(tree, parent ?? root, code.guid, going) + stays;
  return { kind: "place", parent, position, line: at + 1, level };
}

/** Above, in or below a line. */
function around(
  rows: readonly Row[],
  at: number,
  pointed: Pointed,
  root: string,
  tree: Tree,
  going: ReadonlySet<string>,
): Drop | null {
  const row = rows[at];
  if (!row) return { kind: "place", parent: null, position: null, line: rows.length, level: 0 };
  const { code, level } = row;
  const rest = pointed.isOrdered ? pointed.y - at : 0.5;
  if (rest > 1 - EDGE && !row.isOpen) return below(rows, at, pointed, root, tree, going);
  if (rest >= EDGE) return { kind: "inside", parent: code.guid, position: null, line: at, code };
  const parent = code.parent && tree.codes.has(code.parent) ? code.parent : null;
  const position = before(tree, parent ?? root, code.guid, going);
  return { kind: "place", parent, position, line: at, level };
}

function ofCodes(
  rows: readonly Row[],
  codes: readonly string[],
  pointed: Pointed,
  tree: Tree,
  root: string,
): Drop | null {
  const at = Math.floor(pointed.y);
  const isOwn = (guid: string) => codes.some((one) => isWithin(tree.codes, guid, one));
  if (pointed.ctrl) {
    const code = rows[at]?.code;
    return code && !isOwn(code.guid) ? { kind: "merge", line: at, code } : null;
  }
  const drop = around(rows, at, pointed, root, tree, new Set(codes));
  const isIn = drop?.kind === "place" || drop?.kind === "inside";
  return isIn && !(drop.parent && isOwn(drop.parent)) ? drop : null;
}

/** What a drop there would do; `null` where it can do nothing. */
export function dropAt(
  rows: readonly Row[],
  dragged: Dragged,
  pointed: Pointed,
  tree: Tree,
  root: string,
): Drop | null {
  if (dragged.codes) return ofCodes(rows, dragged.codes, pointed, tree, root);
  const row = rows[Math.floor(pointed.y)];
  if (!row?.code.codable) return null;
  const line = Math.floor(pointed.y);
  if (dragged.codings) return { kind: pointed.alt ? "add" : "recode", line, code: row.code };
  return dragged.segment ? { kind: "code", line, code: row.code } : null;
}
