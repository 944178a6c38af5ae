/** A large network seen from afar: its boxes and arrows as a few paths, names where there is room. */

import type { Box, Network } from "../../../api/networks";
import { BOX_HEIGHT, BOX_WIDTH, ends, type Point } from "./geometry";

/** Arrows of one sign and strength: their lines and their heads. */
export interface Strokes {
  readonly sign: string;
  readonly strength: number;
  lines: string;
  heads: string;
}

/** Boxes that look the same. */
export interface Shapes {
  readonly kind: string;
  readonly flawed: boolean;
  outline: string;
}

export interface Name {
  readonly guid: string;
  readonly words: string;
  readonly x: number;
  readonly y: number;
}

/** The size of a name, of a head and the room around a name, in pixels of the screen. */
export const NAME = 12;
const HEAD = 6;
const AROUND = 3;
const LONGEST = 28;
const MOST_NAMES = 240;

const brief = (value: number) => Math.round(value * 10) / 10;
const at = ({ x, y }: Point) => `${brief(x)},${brief(y)}`;

/** The arrows, with heads so large; one path for each look. */
export function strokesOf({ nodes, edges }: Network, pixel: number): Strokes[] {
  const spots = new Map(nodes.map((box) => [box.guid, box]));
  const ways = new Set(edges.map(({ origin, target }) => `${origin}→${target}`));
  const found = new Map<string, Strokes>();
  for (const { origin, target, sign, strength } of edges) {
    const from = spots.get(origin);
    const to = spots.get(target);
    if (!from || !to) continue;
    const key = `${sign} ${strength ?? 1}`;
    const strokes = found.get(key) ?? { sign, strength: strength ?? 1, lines: "", heads: "" };
    found.set(key, strokes);
    const [start, end] = ends(from, to, ways.has(`${target}→${origin}`));
    strokes.lines += `M${at(start)}L${at(end)}`;
    strokes.heads += headAt(start, end, HEAD * pixel);
  }
  return [...found.values()];
}

function headAt(start: Point, end: Point, size: number): string {
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  if (length === 0) return "";
  const [along, across] = [(end.x - start.x) / length, (end.y - start.y) / length];
  const foot = { x: end.x - along * size, y: end.y - across * size };
  const aside = { x: (-across * size) / 2, y: (along * size) / 2 };
  return `M${at(end)}L${at({ x: foot.x + aside.x, y: foot.y + aside.y })}L${at({
    x: foot.x - aside.x,
    y: foot.y - aside.y,
  })}Z`;
}

const ROUND = new Set(["state", "concept", "actor"]);

/** The outline of a box by its middle: people and what they think round, events with corners. */
export function outlineOf({ x, y, kind }: Pick<Box, "x" | "y" | "kind">): string {
  const corner = ROUND.has(kind) ? BOX_HEIGHT / 2 : kind === "event" ? 0 : 6;
  const [wide, high] = [BOX_WIDTH - 2 * corner, BOX_HEIGHT - 2 * corner];
  const turn = (dx: number, dy: number) =>
    corner ? `a${corner},${corner} 0 0 1 ${dx * corner},${dy * corner}` : "";
  return (
    `M${brief(x - BOX_WIDTH / 2 + corner)},${brief(y - BOX_HEIGHT / 2)}h${wide}${turn(1, 1)}` +
    `v${high}${turn(-1, 1)}h${-wide}${turn(-1, -1)}v${-high}${turn(1, -1)}Z`
  );
}

/** The boxes; one path for each look. */
export function shapesOf({ nodes }: Network, flawed: ReadonlySet<string>): Shapes[] {
  const found = new Map<string, Shapes>();
  for (const box of nodes) {
    const isFlawed = flawed.has(box.guid);
    const key = `${box.kind} ${isFlawed}`;
    const shapes = found.get(key) ?? { kind: box.kind, flawed: isFlawed, outline: "" };
    found.set(key, shapes);
    shapes.outline += outlineOf(box);
  }
  return [...found.values()];
}

/** How wide words are, in heights of a letter. */
function widthOf(words: string): number {
  let wide = 0;
  for (const letter of words) wide += (letter.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.58;
  return wide;
}

function shortened(label: string): string {
  const letters = Array.from(label);
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : label;
}

/** Names that do not lie on one another, of the boxes with most arrows first. */
export function namesOf({ nodes, edges }: Network, pixel: number): Name[] {
  const arrows = new Map<string, number>();
  for (const { origin, target } of edges) {
    for (const one of [origin, target]) arrows.set(one, (arrows.get(one) ?? 0) + 1);
  }
  const many = ({ guid }: Box) => arrows.get(guid) ?? 0;
  const found: (Name & { wide: number })[] = [];
  const high = (NAME + 2 * AROUND) * pixel;
  for (const box of [...nodes].sort((a, b) => many(b) - many(a) || a.y - b.y || a.x - b.x)) {
    if (found.length === MOST_NAMES) break;
    const words = shortened(box.label);
    const wide = (widthOf(words) * NAME + 2 * AROUND) * pixel;
    const isFree = found.every(
      (one) => Math.abs(one.y - box.y) > high || Math.abs(one.x - box.x) > (one.wide + wide) / 2,
    );
    if (isFree && words) found.push({ guid: box.guid, words, x: box.x, y: box.y, wide });
  }
  return found;
}

/** The box that is seen at a point: of those that lie on one another the last. */
export function boxAt({ nodes }: Network, { x, y }: Point): Box | undefined {
  return nodes.findLast(
    (box) => Math.abs(box.x - x) <= BOX_WIDTH / 2 && Math.abs(box.y - y) <= BOX_HEIGHT / 2,
  );
}
