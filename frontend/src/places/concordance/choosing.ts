/** Which lines are chosen: by their place in the order, each with the stretch it stands for. */

export interface Span {
  readonly source: string;
  readonly start: number;
  readonly end: number;
}

export type Chosen = ReadonlyMap<number, Span>;

export const NOTHING: Chosen = new Map();

/** One line more, or one less. */
export function toggled(chosen: Chosen, place: number, span: Span): Chosen {
  const next = new Map(chosen);
  if (!next.delete(place)) next.set(place, span);
  return next;
}

/** All lines between two places as well, as far as they are there. */
export function extended(
  chosen: Chosen,
  from: number,
  to: number,
  at: (place: number) => Span | undefined,
): Chosen {
  const next = new Map(chosen);
  for (let place = Math.min(from, to); place <= Math.max(from, to); place++) {
    const span = at(place);
    if (span) next.set(place, { source: span.source, start: span.start, end: span.end });
  }
  return next;
}
