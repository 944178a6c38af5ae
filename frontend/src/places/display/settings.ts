/** A setting of a display as its kind describes it. */
export interface SettingSpec {
  name: string;
  type: string;
  default?: unknown;
}

export type Settings = Readonly<Record<string, unknown>>;

export const VIEWS = ["canvas", "table", "chart", "words"] as const;
export type View = (typeof VIEWS)[number];

/** What is shown: the settings; the canvas, the table, the chart or the words in the cells; the saved display it came from, the opened cell. */
export interface Place {
  settings: Settings;
  /** `null`: what the kind shows first. */
  view: View | null;
  saved: string | null;
  /** The keys of the row and the column whose segments are shown. */
  cell: readonly [string, string] | null;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && !value.length);

/** Only what differs from the kind's own defaults, in the kind's own order. */
export function chosen(settings: Settings, specs: readonly SettingSpec[]): Settings {
  const kept = specs
    .filter(({ name }) => name in settings)
    .filter(({ name, default: start }) => !same(settings[name], start))
    .filter(({ name, default: start }) => !(isEmpty(settings[name]) && isEmpty(start)))
    .map(({ name }) => [name, settings[name]] as const);
  const filter = settings.filter;
  return Object.fromEntries(isEmpty(filter) ? kept : [...kept, ["filter", filter]]);
}

/** Every setting with its value, the kind's default where nothing was chosen. */
export function filled(settings: Settings, specs: readonly SettingSpec[]): Settings {
  const starts = specs.map(({ name, default: start }) => [name, start] as const);
  return { ...Object.fromEntries(starts), ...settings };
}

/** The part of an address after its question mark. */
export function writePlace(place: Place): string {
  const query = new URLSearchParams();
  if (Object.keys(place.settings).length > 0) {
    query.set("settings", JSON.stringify(place.settings));
  }
  if (place.view) {
    query.set("view", place.view);
  }
  if (place.saved) {
    query.set("saved", place.saved);
  }
  if (place.cell) {
    query.append("cell", place.cell[0]);
    query.append("cell", place.cell[1]);
  }
  return query.toString();
}

function parsed(text: string | null): Settings {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return value !== null && typeof value === "object" && !Array.isArray(value)
      ? (value as Settings)
      : {};
  } catch {
    return {};
  }
}

/** Reads an address; what is broken in it is left out. */
export function readPlace(search: string): Place {
  const query = new URLSearchParams(search);
  const [row, column] = query.getAll("cell");
  return {
    settings: parsed(query.get("settings")),
    view: VIEWS.find((view) => view === query.get("view")) ?? null,
    saved: query.get("saved"),
    cell: row !== undefined && column !== undefined ? [row, column] : null,
  };
}

/** Whether what is shown is no longer what was saved under a name. */
export function differs(settings: Settings, saved: Settings, specs: readonly SettingSpec[]) {
  return !same(chosen(settings, specs), chosen(saved, specs));
}

/** Stands for all rows or all columns in the address of what is opened. */
export const ALL = "*";
