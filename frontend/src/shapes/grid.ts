/** Where the keyboard is in a grid: -1 is the line of headings, `rows` and `columns` those of totals. */
export interface Place {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
  totals: { row: boolean; column: boolean };
  /** How many rows a page holds. */
  page: number;
  /** Lines that only name a group and are passed over. */
  skipped(row: number): boolean;
}

const clamp = (value: number, least: number, most: number) =>
  Math.min(most, Math.max(least, value));

function landed(from: number, wanted: number, extent: Extent): number {
  const most = extent.rows - 1 + (extent.totals.row ? 1 : 0);
  const way = wanted < from ? -1 : 1;
  let row = clamp(wanted, -1, most);
  while (row >= 0 && row < extent.rows && extent.skipped(row)) {
    row += way;
  }
  return clamp(row, -1, most);
}

/** Where a key leads, or null for a key that does not move. */
export function moved(from: Place, key: string, far: boolean, extent: Extent): Place | null {
  const last = extent.columns - 1 + (extent.totals.column ? 1 : 0);
  const column = (to: number) => ({ row: from.row, column: clamp(to, -1, last) });
  const row = (to: number, at = from.column) => ({ row: landed(from.row, to, extent), column: at });
  const end = extent.rows + 1;
  switch (key) {
    case "ArrowUp":
      return row(from.row - 1);
    case "ArrowDown":
      return row(from.row + 1);
    case "ArrowLeft":
      return column(from.column - 1);
    case "ArrowRight":
      return column(from.column + 1);
    case "PageUp":
      return row(from.row - extent.page);
    case "PageDown":
      return row(from.row + extent.page);
    case "Home":
      return far ? row(-1, -1) : column(-1);
    case "End":
      return far ? row(end, last) : column(last);
    default:
      return null;
  }
}

/** The nearest place that is there, for a grid that became smaller or was grouped anew. */
export function settled(place: Place, extent: Extent): Place {
  const row = landed(place.row - 1, place.row, extent);
  const last = extent.columns - 1 + (extent.totals.column ? 1 : 0);
  return { row, column: clamp(place.column, -1, last) };
}

/** Sizes in pixels that fit the texts; narrow columns have their headings written upwards. */
export function measures(texts: {
  rows: readonly { label: string; depth: number }[];
  columns: readonly { label: string }[];
  longestValue: number;
  room: number;
  /** Letters of the head over the totals. */
  total?: number;
}) {
  const letter = 7.6;
  const longest = (labels: readonly number[]) => labels.reduce((a, b) => Math.max(a, b), 0);
  const names = longest(texts.rows.map((row) => row.label.length * letter + row.depth * 14));
  const heads = longest(texts.columns.map((column) => column.label.length)) * letter;
  const most = clamp(texts.room * 0.4, 120, 340);
  const heading = Math.round(clamp(names + 44, 120, most));
  const value = Math.max(44, texts.longestValue * 8 + 20);
  const across = clamp(heads + 36, Math.max(72, value), 168);
  const fits = heading + across * (texts.columns.length + 1) <= texts.room;
  const upright = fits || texts.columns.length <= 8;
  return {
    heading,
    column: upright ? across : value,
    upright,
    head: upright ? 64 : Math.round(clamp(heads + 34, 72, 176)),
    total: clamp(((texts.total ?? 0) / 2) * letter + 44, Math.max(72, value), 136),
  };
}
