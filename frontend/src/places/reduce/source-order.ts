/** The sources in the order of the list beside the text, so that one may be gone to from another. */

let order: readonly string[] = [];

/** Says what the list shows now. */
export function keepOrder(sources: readonly string[]): void {
  order = sources;
}

/** The source after or before one in the list; `null` at its end. */
export function beside(source: string, step: 1 | -1): string | null {
  const at = order.indexOf(source);
  return at < 0 ? (order[0] ?? null) : (order[at + step] ?? null);
}
