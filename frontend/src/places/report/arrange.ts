/** Which parts a report has and in which order, as a person arranges them within a template. */

export interface PartLine {
  readonly name: string;
  readonly title: string;
  readonly chapter: string;
  readonly chapter_title: string;
}

/** What a person changed of a template: the order of its parts, those left out, others added. */
export interface Arrangement {
  readonly order: readonly string[];
  readonly left: readonly string[];
  readonly added: readonly string[];
}

export const AS_IT_IS: Arrangement = { order: [], left: [], added: [] };

/** Lines that move together: the parts of a chapter, or one part alone. */
function blocksOf<T extends PartLine>(lines: readonly T[]): T[][] {
  const blocks = new Map<string, T[]>();
  for (const line of lines) {
    const key = line.chapter ? `chapter ${line.chapter}` : `part ${line.name}`;
    blocks.set(key, [...(blocks.get(key) ?? []), line]);
  }
  return [...blocks.values()];
}

/** All parts in the order chosen; parts that came later stand where the template has them. */
export function ordered<T extends PartLine>(parts: readonly T[], order: readonly string[]): T[] {
  const known = parts.filter((one) => order.includes(one.name));
  const lines = known.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const template = blocksOf(parts).flat();
  for (const [at, part] of template.entries()) {
    if (order.includes(part.name)) continue;
    const before = template[at - 1];
    lines.splice(before ? lines.indexOf(before) + 1 : 0, 0, part);
  }
  return blocksOf(lines).flat();
}

/** Puts one where the other stands. */
function put<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, at) => at !== from);
  const moved = list[from];
  return moved === undefined ? [...list] : [...rest.slice(0, to), moved, ...rest.slice(to)];
}

/**
 * The names once a part is put where another stands: within its chapter, or with all of its chapter
 * where the other is of another.
 */
export function movedTo(lines: readonly PartLine[], name: string, target: string): string[] {
  const blocks = blocksOf(lines);
  const at = (wanted: string) =>
    blocks.findIndex((block) => block.some((line) => line.name === wanted));
  const [from, to] = [at(name), at(target)];
  if (from < 0 || to < 0) return lines.map((line) => line.name);
  if (from !== to) return put(blocks, from, to).flatMap((one) => one.map((line) => line.name));
  const names = (blocks[from] ?? []).map((line) => line.name);
  const within = put(names, names.indexOf(name), names.indexOf(target));
  return blocks.flatMap((one, n) => (n === from ? within : one.map((line) => line.name)));
}

/** The names once a part is moved up (-1) or down (1) by one; at the edge of its chapter, all of it. */
export function stepped(lines: readonly PartLine[], name: string, step: -1 | 1): string[] {
  const beside = lines[lines.findIndex((line) => line.name === name) + step];
  return beside ? movedTo(lines, name, beside.name) : lines.map((line) => line.name);
}
