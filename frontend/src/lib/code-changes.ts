/** What a change of the codebook makes of the list of codes, before the server has answered. */

interface Coded {
  readonly guid: string;
  readonly parent: string | null;
  readonly name: string;
  readonly path: string;
  readonly depth: number;
  readonly codings: number;
  readonly codings_below: number;
}

/** The codes by whom they lie under, in their order. */
export function byParent<C extends Coded>(codes: readonly C[]): Map<string | null, C[]> {
  const known = new Set(codes.map(({ guid }) => guid));
  const below = new Map<string | null, C[]>();
  for (const code of codes) {
    const above = code.parent !== null && known.has(code.parent) ? code.parent : null;
    const list = below.get(above);
    if (list) list.push(code);
    else below.set(above, [code]);
  }
  return below;
}

/** Each before those below it, with paths, depths and counts as they follow from the places. */
export function replaced<C extends Coded>(below: ReadonlyMap<string | null, readonly C[]>): C[] {
  const found: C[] = [];
  const walk = (parent: string | null, path: string, depth: number): number => {
    let total = 0;
    for (const code of below.get(parent) ?? []) {
      const at = found.length;
      const own = path ? `${path}/${code.name}` : code.name;
      found.push(code);
      const under = walk(code.guid, own, depth + 1);
      found[at] = {
        ...code,
        parent,
        path: own,
        depth,
        codings_below: code.codings + under,
      };
      total += code.codings + under;
    }
    return total;
  };
  walk(null, "", 0);
  return found;
}

/** Those of the codes that lie below none of the others, in their order. */
export function outermost<C extends Coded>(codes: readonly C[], guids: readonly string[]): C[] {
  const known = new Map(codes.map((code) => [code.guid, code]));
  const chosen = new Set(guids);
  const isBelow = (code: C): boolean => {
    let at = code.parent ? known.get(code.parent) : undefined;
    while (at) {
      if (chosen.has(at.guid)) return true;
      at = at.parent ? known.get(at.parent) : undefined;
    }
    return false;
  };
  return codes.filter((code) => chosen.has(code.guid) && !isBelow(code));
}

/** The codes once some are put under another (`null`: at the top) after `position` of those there. */
export function moved<C extends Coded>(
  codes: readonly C[],
  guids: readonly string[],
  parent: string | null,
  position: number | null,
): C[] {
  const moving = outermost(codes, guids);
  const going = new Set(moving.map(({ guid }) => guid));
  const below = byParent(codes);
  for (const [above, list] of below)
    below.set(
      above,
      list.filter(({ guid }) => !going.has(guid)),
    );
  const there = [...(below.get(parent) ?? [])];
  there.splice(position ?? there.length, 0, ...moving);
  below.set(parent, there);
  return replaced(below);
}

/** The codes with other fields of some; a name changes the paths below it. */
export function edited<C extends Coded>(
  codes: readonly C[],
  guids: readonly string[],
  patch: Partial<C>,
): C[] {
  const wanted = new Set(guids);
  const now = codes.map((code) => (wanted.has(code.guid) ? { ...code, ...patch } : code));
  return patch.name === undefined ? now : replaced(byParent(now));
}

/** The codes without some and those below them. */
export function without<C extends Coded>(codes: readonly C[], guids: readonly string[]): C[] {
  const going = new Set(guids);
  const left = codes.filter((code) => {
    if (code.parent && going.has(code.parent)) going.add(code.guid);
    return !going.has(code.guid);
  });
  return replaced(byParent(left));
}
