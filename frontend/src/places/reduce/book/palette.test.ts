import { expect, test } from "vitest";
import { COLOURS } from "./palette";

type Rgb = readonly [number, number, number];

// How dichromats see (Machado, Oliveira and Fernandes 2009), on linear light.
const VISIONS: Record<string, readonly Rgb[]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};
const NEAREST = 0.07;

const rgb = (hex: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
const linear = (part: number) => {
  const one = part / 255;
  return one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
};
const times = (matrix: readonly Rgb[], [r, g, b]: Rgb): Rgb =>
  matrix.map(([x, y, z]) => Math.min(1, Math.max(0, x * r + y * g + z * b))) as unknown as Rgb;

function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const light = (hex: string) => rgb(hex).map(linear) as unknown as Rgb;
const brightness = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (one: number, two: number) =>
  (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);

test.each(Object.entries(VISIONS))("no two are alike: %s", (_name, matrix) => {
  const seen = Object.values(COLOURS).map((hex) => oklab(times(matrix, light(hex))));
  for (const [at, one] of seen.entries())
    for (const other of seen.slice(at + 1))
      expect(Math.hypot(...one.map((part, n) => part - (other[n] ?? 0)))).toBeGreaterThan(NEAREST);
});

// Text, surface and strength of highlights as in app/tokens.css.
test.each([
  ["light", "#1d2321", "#fffefc", 0.26],
  ["dark", "#e4e7e3", "#191d1b", 0.34],
])("words on a highlight are read well: %s", (_theme, text, surface, strength) => {
  const page = rgb(surface);
  for (const hex of Object.values(COLOURS)) {
    const mixed = rgb(hex).map((part, at) => part * strength + (page[at] ?? 0) * (1 - strength));
    const under = brightness(mixed.map(linear) as unknown as Rgb);
    expect(contrast(brightness(light(text)), under)).toBeGreaterThan(4.5);
  }
});
