/** Where arrows leave boxes and meet them. */

export const BOX_WIDTH = 184;
export const BOX_HEIGHT = 64;
/** How everything is brought into view, what is not drawn box by box as well. */
export const FIT = { padding: 0.12, maxZoom: 1, includeHiddenNodes: true } as const;
/** On a small screen few boxes are first shown so that they can be read, not all at once. */
export const READABLE = { ...FIT, minZoom: 0.6 } as const;
/** How far apart two arrows run that lead both ways. */
const APART = 11;
const GAP = 3;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** From the edge of one box to the edge of another, by their middles. */
export function ends(from: Point, to: Point, toAndFro: boolean): readonly [Point, Point] {
  const across = to.x - from.x;
  const down = to.y - from.y;
  const length = Math.hypot(across, down) || 1;
  const aside = toAndFro ? APART : 0;
  const shift = { x: (-down / length) * aside, y: (across / length) * aside };
  const reach = Math.min(
    across ? BOX_WIDTH / 2 / Math.abs(across) : Number.POSITIVE_INFINITY,
    down ? BOX_HEIGHT / 2 / Math.abs(down) : Number.POSITIVE_INFINITY,
    0.5,
  );
  const far = 1 - Math.min(reach + GAP / length, 0.5);
  const at = (share: number) => ({
    x: from.x + across * share + shift.x,
    y: from.y + down * share + shift.y,
  });
  return [at(reach), at(far)];
}

/** A place for a new box: the middle of what is seen, or beside what stands there. */
export function freeSpot(wanted: Point, taken: readonly Point[]): Point {
  let { x, y } = wanted;
  const meets = () =>
    taken.some(
      (one) => Math.abs(one.x - x) < BOX_WIDTH + 16 && Math.abs(one.y - y) < BOX_HEIGHT + 16,
    );
  for (let tries = 0; tries < 200 && meets(); tries++) {
    y += BOX_HEIGHT + 24;
    if (tries % 8 === 7) {
      y = wanted.y;
      x += BOX_WIDTH + 40;
    }
  }
  return { x: Math.round(x), y: Math.round(y) };
}
