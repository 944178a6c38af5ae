/** Lanes of the margin: interval colouring, so that no two stripes of one lane meet. */

/**
 * Stripes are as tall as the lines they touch, so two codings on one line would meet though they
 * share no letter: about a line of text is kept between those in one lane.
 */
export const LANE_GAP = 90;

/** The lowest lane that none of the neighbours has. */
export function freeLane(neighbours: readonly { readonly lane: number }[]): number {
  const taken = new Set(neighbours.map((neighbour) => neighbour.lane));
  let lane = 0;
  while (taken.has(lane)) lane += 1;
  return lane;
}

/** The stretches that two or more spans cover, in order. */
export function overlaps(
  spans: readonly { readonly start: number; readonly end: number }[],
): { start: number; end: number }[] {
  const steps: [number, number][] = [];
  for (const { start, end } of spans) if (end > start) steps.push([start, 1], [end, -1]);
  steps.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let since = 0;
  for (const [at, step] of steps) {
    if (depth === 1 && step === 1) since = at;
    if (depth === 2 && step === -1 && at > since) found.push({ start: since, end: at });
    depth += step;
  }
  return found;
}
