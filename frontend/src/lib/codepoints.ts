/**
 * The front end's one home of the conversion between code points, which the wire counts, and UTF-16
 * units, which strings and the DOM count. A lone surrogate is a code point of its own.
 */

const STRIDE = 64;

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The two conversions for one text, by the unit of every 64th code point. */
export class CodePoints {
  readonly text: string;
  /** Number of code points. */
  readonly length: number;
  private readonly checkpoints: number[] = [];

  constructor(text: string) {
    this.text = text;
    let points = 0;
    for (let unit = 0; unit < text.length; points += 1) {
      if (points % STRIDE === 0) this.checkpoints.push(unit);
      unit += this.width(unit);
    }
    this.length = points;
  }

  /** Units of the code point that begins at `unit`. */
  private width(unit: number): 1 | 2 {
    const { text } = this;
    return isHigh(text.charCodeAt(unit)) && isLow(text.charCodeAt(unit + 1)) ? 2 : 1;
  }

  /** The unit where a code point begins; positions outside of the text are moved to its edge. */
  toUnit(point: number): number {
    if (this.length === this.text.length) return Math.min(Math.max(point, 0), this.length);
    if (point <= 0) return 0;
    if (point >= this.length) return this.text.length;
    let unit = this.checkpoints[Math.floor(point / STRIDE)] ?? 0;
    for (let left = point % STRIDE; left > 0; left -= 1) unit += this.width(unit);
    return unit;
  }

  /** The code point a unit belongs to: the second half of a pair belongs to its first. */
  toPoint(unit: number): number {
    if (this.length === this.text.length) return Math.min(Math.max(unit, 0), this.length);
    if (unit <= 0) return 0;
    if (unit >= this.text.length) return this.length;
    let low = 0;
    let high = this.checkpoints.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.checkpoints[middle] ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    let point = low * STRIDE;
    let at = this.checkpoints[low] ?? 0;
    for (let next = at + this.width(at); next <= unit; next = at + this.width(at)) {
      at = next;
      point += 1;
    }
    return point;
  }

  /** Units of many positions, in any order. */
  toUnits(points: readonly number[]): number[] {
    return points.map((point) => this.toUnit(point));
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.toUnit(start), this.toUnit(end));
  }
}

let last = new CodePoints("");

/** The conversions for a text; of the one asked for last they are at hand. */
export function pointsOf(text: string): CodePoints {
  if (last.text !== text) last = new CodePoints(text);
  return last;
}
