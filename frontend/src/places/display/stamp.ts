/** Where the rows and cells of a matrix stand in a picture of 96 by 72. */

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Stamp {
  readonly rows: readonly Box[];
  readonly cells: readonly (Box & { readonly shade: number })[];
}

interface Shape {
  readonly depths: readonly number[];
  readonly shades: readonly (readonly number[])[];
}

const WIDTH = 96;
const HEIGHT = 72;
const NAMES = 26;
const GAP = 1.5;
const LARGEST = 16;

/** Rows of names at the left, set in by their depths, and the cells beside them. */
export function stampOf({ depths, shades }: Shape): Stamp {
  const height = Math.min(LARGEST, HEIGHT / Math.max(1, depths.length)) - GAP;
  const columns = shades[0]?.length ?? 0;
  const width = Math.min(2 * LARGEST, (WIDTH - NAMES) / Math.max(1, columns)) - GAP;
  return {
    rows: depths.map((depth, at) => {
      const x = Math.min(4 * depth, NAMES / 2);
      return { x, y: at * (height + GAP) + height / 4, width: NAMES - 4 - x, height: height / 2 };
    }),
    cells: shades.flatMap((row, y) =>
      row.map((shade, x) => ({
        x: NAMES + x * (width + GAP),
        y: y * (height + GAP),
        width,
        height,
        shade,
      })),
    ),
  };
}

/** How much of the colour a shade has: nothing is still seen as a place. */
export const shadeOf = (shade: number) => 0.08 + (Math.min(shade, 5) / 5) * 0.87;
