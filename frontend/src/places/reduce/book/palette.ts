/** Colours for codes. */

/**
 * Told apart by people with any kind of colour vision as far as twelve colours can be, and on light
 * and dark pages; see palette.test.ts. Siblings differ by a pattern besides.
 */
export const COLOURS = {
  blue: "#0077bb",
  red: "#cc3311",
  teal: "#44aa99",
  orange: "#e69f00",
  indigo: "#332288",
  sky: "#56b4e9",
  wine: "#882255",
  ochre: "#b8860b",
  magenta: "#aa3377",
  pale: "#88ccee",
  violet: "#4b3fa8",
  sand: "#ddcc77",
} as const;

export type ColourName = keyof typeof COLOURS;
export const COLOUR_NAMES = Object.keys(COLOURS) as ColourName[];
