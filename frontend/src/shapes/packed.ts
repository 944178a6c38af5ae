/** Very many cells as the server packs them: columns of numbers, and queries in parts. */
import type { Cell, MatrixShape } from "./matrix";

export interface PackedCells {
  places: string;
  values: string;
  states: string;
  words: readonly string[];
  every: string;
  rows: readonly string[];
  columns: readonly string[];
  filter: string;
  across: boolean;
}

/** The state of a cell behind whose number there are words. */
const VALUE = 1;

function bytes(text: string): ArrayBuffer {
  const binary = atob(text);
  const found = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) {
    found[at] = binary.charCodeAt(at);
  }
  return found.buffer;
}

/** The columns as numbers, read once for all cells. */
interface Held {
  readonly packed: PackedCells;
  readonly width: number;
  readonly places: Uint32Array;
  readonly values: Float64Array;
  readonly states: Uint8Array;
}

/** A cell that is read, and whose query is put together, when it is asked for: there may be half a
 *  million, of which a screenful is seen. */
class LateCell implements Cell {
  constructor(
    private readonly held: Held,
    private readonly at: number,
  ) {}

  get row(): number {
    return Math.floor((this.held.places[this.at] ?? 0) / this.held.width);
  }

  get column(): number {
    return (this.held.places[this.at] ?? 0) % this.held.width;
  }

  get state(): string {
    return this.held.packed.words[this.held.states[this.at] ?? 0] ?? "value";
  }

  get value(): number | null {
    return this.state === "value" ? (this.held.values[this.at] ?? null) : null;
  }

  get note(): null {
    return null;
  }

  get query(): string {
    const hasWords = this.held.states[this.at] === VALUE;
    return hasWords ? queryOf(this.held.packed, this.row, this.column) : "";
  }
}

/** The query of a cell from its parts. */
export function queryOf(packed: PackedCells, row: number, column: number): string {
  const { every, rows, columns, filter, across } = packed;
  const both = [rows[row] ?? "", columns[column] ?? ""];
  return [every, ...(across ? both.reverse() : both), filter].filter(Boolean).join(" and ");
}

/** The cells one by one. */
export function cellsOf(packed: PackedCells, width: number): Cell[] {
  const held: Held = {
    packed,
    width,
    places: new Uint32Array(bytes(packed.places)),
    values: new Float64Array(bytes(packed.values)),
    states: new Uint8Array(bytes(packed.states)),
  };
  const cells: Cell[] = new Array(held.places.length);
  for (let at = 0; at < cells.length; at++) {
    cells[at] = new LateCell(held, at);
  }
  return cells;
}

/** What came from the server with its cells one by one. */
export function unpacked<T extends MatrixShape>(given: T & { packed?: PackedCells | null }): T {
  const { packed, ...shape } = given;
  return packed
    ? ({ ...shape, cells: cellsOf(packed, given.columns.length) } as unknown as T)
    : given;
}
