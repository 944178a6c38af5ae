/** Facets of rows and columns: moved about, and put in order by a line of the table. */
import type { Heading, Sorting } from "../../shapes/matrix";
import { TOTALS } from "../../shapes/matrix";

/** The facets with some of them moved before or after another. */
export function placed(
  facets: readonly string[],
  moved: Iterable<unknown>,
  target: string,
  after: boolean,
): string[] {
  const keys = new Set([...moved].map(String));
  const taken = facets.filter((facet) => keys.has(facet));
  return facets.flatMap((facet) => {
    const kept = keys.has(facet) ? [] : [facet];
    if (facet !== target) return kept;
    return after ? [...kept, ...taken] : [...taken, ...kept];
  });
}

/** The settings with all that is of rows and of columns changed for each other. */
export function swapped(settings: Readonly<Record<string, unknown>>) {
  const pairs = [
    ["rows", "columns"],
    ["row_headings", "column_headings"],
    ["row_order", "column_order"],
  ];
  const turned = pairs.flatMap(([one = "", other = ""]) => [
    [one, settings[other]],
    [other, settings[one]],
  ]);
  return { ...settings, ...Object.fromEntries(turned) };
}

interface Sides {
  rows: readonly Heading[];
  columns: readonly Heading[];
}

/** The settings that order rows and columns, as the line the table is put in order by. */
export function sortingOf(rows: unknown, columns: unknown, sides: Sides): Sorting | null {
  return (
    read("column", String(rows ?? ""), sides.columns) ??
    read("row", String(columns ?? ""), sides.rows)
  );
}

function read(axis: Sorting["axis"], order: string, lines: readonly Heading[]): Sorting | null {
  const descending = order.startsWith("-");
  const by = descending ? order.slice(1) : order;
  if (by === "total") return { axis, index: TOTALS, descending };
  if (!by.startsWith("=")) return null;
  const index = lines.findIndex((line) => line.key === by.slice(1));
  return index < 0 ? null : { axis, index, descending };
}

/** The same the other way: what the settings for the rows and the columns become. */
export function ordersOf(sorting: Sorting | null, sides: Sides) {
  const orders = { row_order: "", column_order: "" };
  if (sorting === null) return orders;
  const lines = sorting.axis === "column" ? sides.columns : sides.rows;
  const by = sorting.index === TOTALS ? "total" : `=${lines[sorting.index]?.key ?? ""}`;
  const order = `${sorting.descending ? "-" : ""}${by}`;
  return sorting.axis === "column"
    ? { ...orders, row_order: order }
    : { ...orders, column_order: order };
}

/** What headings of one's own are for: the rows or the columns, where these are among them. */
const OF_HEADINGS: Readonly<Record<string, string>> = {
  row_headings: "rows",
  column_headings: "columns",
};

/** Whether a setting has a meaning now: the filter stands apart, what is drawn is not chosen in a form,
 *  and headings of one's own are written where they are asked for, or stand already. */
export function asksNow(
  { name, type }: { name: string; type: string },
  settings: Readonly<Record<string, unknown>>,
) {
  if (name === "filter" || type === "network") return false;
  const facets = settings[OF_HEADINGS[name] ?? ""];
  const written = settings[name];
  return (
    !Array.isArray(facets) ||
    facets.includes("own") ||
    (Array.isArray(written) && written.length > 0)
  );
}
