/** The lines of a table in groups: a head for each group, then its rows unless it is folded. */

export interface Group {
  readonly value: string;
  readonly count: number;
}

export type Line =
  | { readonly group: Group; readonly row?: undefined }
  | { readonly row: number; readonly group?: undefined };

interface Part {
  readonly group: Group;
  /** Its first line, and its first row among all. */
  readonly line: number;
  readonly row: number;
  readonly shown: number;
}

/** Where lines and rows are to be found. Without groups each row is a line. */
export class Lines {
  readonly count: number;
  readonly #total: number;
  readonly #parts: readonly Part[];

  constructor(total: number, groups: readonly Group[], folded: ReadonlySet<string>) {
    const parts: Part[] = [];
    let line = 0;
    let row = 0;
    for (const group of groups) {
      const shown = folded.has(group.value) ? 0 : group.count;
      parts.push({ group, line, row, shown });
      line += shown + 1;
      row += group.count;
    }
    this.#parts = parts;
    this.#total = total;
    this.count = groups.length > 0 ? line : total;
  }

  at(line: number): Line | undefined {
    if (line < 0 || line >= this.count) return undefined;
    if (this.#parts.length === 0) return { row: line };
    const part = this.#find((one) => one.line <= line);
    if (!part) return undefined;
    return line === part.line ? { group: part.group } : { row: part.row + line - part.line - 1 };
  }

  /** The line of a row; that of its group's head where it is folded. */
  of(row: number): number {
    if (row < 0 || row >= this.#total) return -1;
    if (this.#parts.length === 0) return row;
    const part = this.#find((one) => one.row <= row && one.group.count > 0);
    if (!part) return -1;
    return part.shown === 0 ? part.line : part.line + 1 + row - part.row;
  }

  /** The last part that begins early enough. */
  #find(isEarly: (part: Part) => boolean): Part | undefined {
    let from = 0;
    let to = this.#parts.length - 1;
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      const part = this.#parts[middle];
      if (part && isEarly(part)) from = middle;
      else to = middle - 1;
    }
    return this.#parts[from];
  }
}
