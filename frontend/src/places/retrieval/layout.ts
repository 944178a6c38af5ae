/** Headings and the segments beneath them as lines of one list, of which some are folded away. */

export interface Heading {
  readonly guid: string | null;
  readonly name: string | null;
  readonly count: number;
}

export type Line =
  | { readonly kind: "heading"; readonly group: number }
  | { readonly kind: "segment"; readonly group: number; readonly place: number };

export interface Layout {
  readonly count: number;
  at(line: number): Line;
  /** The line of a heading. */
  heading(group: number): number;
}

/** The lines of groups, those with these numbers folded. */
export function layout(groups: readonly Heading[], folded: ReadonlySet<number>): Layout {
  const lines: number[] = [];
  const places: number[] = [];
  let line = 0;
  let place = 0;
  groups.forEach(({ count }, number) => {
    lines.push(line);
    places.push(place);
    line += 1 + (folded.has(number) ? 0 : count);
    place += count;
  });
  return {
    count: line,
    heading: (group) => lines[group] ?? 0,
    at(wanted) {
      let low = 0;
      let high = lines.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((lines[middle] ?? 0) <= wanted) low = middle;
        else high = middle - 1;
      }
      const within = wanted - (lines[low] ?? 0);
      if (within === 0) return { kind: "heading", group: low };
      return { kind: "segment", group: low, place: (places[low] ?? 0) + within - 1 };
    },
  };
}
