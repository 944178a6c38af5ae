/** The columns of the table of sources: how wide, how important, and what can be done with each. */

export interface Column {
  readonly id: string;
  readonly label: string;
  readonly width: number;
  readonly isNumber: boolean;
  readonly isGroup: boolean;
  /** How its cells are written over; `null`: they are not. */
  readonly edit: "text" | "choice" | null;
  /** The values to choose from, by what is kept. */
  readonly choices?: readonly { readonly id: string; readonly label: string }[];
}

interface Spec {
  readonly width: number;
  readonly isNumber?: boolean;
  readonly isGroup?: boolean;
  readonly edit?: "text" | "choice";
}

export const ATTRIBUTE = "attribute:";

export const SPECS: Readonly<Record<string, Spec>> = {
  name: { width: 240, edit: "text" },
  kind: { width: 130, isGroup: true, edit: "choice" },
  case: { width: 110, isGroup: true },
  language: { width: 110, isGroup: true, edit: "choice" },
  length: { width: 96, isNumber: true },
  codings: { width: 96, isNumber: true },
  coders: { width: 130, isGroup: true },
  status: { width: 130, isGroup: true, edit: "choice" },
  collected: { width: 116, isGroup: true, edit: "text" },
  collector: { width: 130, isGroup: true, edit: "text" },
  method: { width: 140, isGroup: true, edit: "text" },
  created: { width: 120 },
};

/** The last to give way where there is little room. */
const IMPORTANT = [
  "status",
  "kind",
  "codings",
  "case",
  "length",
  "language",
  "coders",
  "collected",
];

export const LEAST_NAME = 180;
export const TICK = 40;

/** The columns there is room for, in their order; the least important give way first. */
export function fitting(
  columns: readonly Column[],
  widthOf: (column: Column) => number,
  room: number,
): Column[] {
  const rank = ({ id }: Column) => {
    const at = IMPORTANT.indexOf(id);
    return at < 0 ? IMPORTANT.length : at;
  };
  const byImportance = [...columns].sort((one, other) => rank(one) - rank(other));
  const taken = new Set<string>();
  let left = room - LEAST_NAME - TICK;
  for (const column of byImportance) {
    left -= widthOf(column);
    if (left < 0) break;
    taken.add(column.id);
  }
  return columns.filter(({ id }) => taken.has(id));
}
