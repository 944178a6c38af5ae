import { useMemo, useState } from "react";
import { arranged, groupsOf, linesOf, lookup, type MatrixShape, type Sorting } from "./matrix";

interface Sorted {
  /** The line by which the shape was put in order already, where somebody else does that. */
  sorting?: Sorting | null;
  onSort?: (sorting: Sorting | null) => void;
}

/** What is shown in which order. */
export function useArrangement(shape: MatrixShape, { sorting: given, onSort }: Sorted) {
  const [own, setOwn] = useState<Sorting | null>(null);
  const kept = onSort !== undefined;
  const [sorting, setSorting] = kept ? [given ?? null, onSort] : [own, setOwn];
  const cells = useMemo(() => lookup(shape), [shape]);
  const order = useMemo(() => arranged(shape, cells, own), [shape, cells, own]);
  const lines = useMemo(
    () => linesOf(shape.rows, order.rows, own?.axis !== "column"),
    [shape, order, own],
  );
  const groups = useMemo(
    () => (own?.axis === "row" ? [] : groupsOf(shape.columns, order.columns)),
    [shape, order, own],
  );
  const rowAt = (line: number) => {
    const found = lines[line];
    return found?.kind === "row" ? found.index : null;
  };
  return { sorting, setSorting, cells, order, lines, groups, rowAt };
}
