/** What the keys mean in the table of sources. */

export type TableKey =
  | { readonly do: "move"; readonly to: "next" | "previous" | "first" | "last" | "down" | "up" }
  | { readonly do: "column"; readonly step: 1 | -1 }
  | { readonly do: "open" | "edit" | "toggle" | "all" | "none" | "copy" | "remove" };

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const PLAIN: Readonly<Record<string, TableKey>> = {
  ArrowDown: { do: "move", to: "next" },
  ArrowUp: { do: "move", to: "previous" },
  Home: { do: "move", to: "first" },
  End: { do: "move", to: "last" },
  PageDown: { do: "move", to: "down" },
  PageUp: { do: "move", to: "up" },
  ArrowRight: { do: "column", step: 1 },
  ArrowLeft: { do: "column", step: -1 },
  Enter: { do: "open" },
  F2: { do: "edit" },
  " ": { do: "toggle" },
  Delete: { do: "remove" },
  Escape: { do: "none" },
};
const HELD: Readonly<Record<string, TableKey>> = { a: { do: "all" }, c: { do: "copy" } };

export function tableKey({ key, ctrlKey, metaKey, altKey }: Pressed): TableKey | undefined {
  if (altKey) return undefined;
  if (ctrlKey || metaKey)
    return HELD[key.toLowerCase()] ?? (key === "End" || key === "Home" ? PLAIN[key] : undefined);
  return PLAIN[key];
}

/** The line a move leads to. */
export function lineAfter(
  to: Extract<TableKey, { do: "move" }>["to"],
  line: number,
  count: number,
  page: number,
): number {
  const wanted = {
    next: line + 1,
    previous: line - 1,
    first: 0,
    last: count - 1,
    down: line + page,
    up: line - page,
  }[to];
  return Math.min(count - 1, Math.max(0, wanted));
}
