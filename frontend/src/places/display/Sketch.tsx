/** The shades of a drawing, row by row. */
const SQUARE = [
  [0, 5, 2, 0],
  [5, 0, 3, 1],
  [2, 3, 0, 4],
  [0, 1, 4, 0],
];
const STEP = 11;

/** Shades that are always the same for a name, and differ from one name to another. */
function shadesOf(name: string): number[][] {
  let seed = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7);
  const next = () => {
    seed = (seed * 137 + 71) % 9973;
    return seed % 6;
  };
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, next));
}

/** Rows by columns. */
function Table({ shades }: { shades: readonly (readonly number[])[] }) {
  return (
    <>
      {shades.map((_, y) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the drawing never changes
        <rect key={`row ${y}`} x="2" y={17 + y * STEP} width="12" height="4" rx="2" />
      ))}
      {shades.map((_, x) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the drawing never changes
        <rect key={`column ${x}`} x={21 + x * STEP} y="2" width="4" height="8" rx="2" />
      ))}
      {shades.flatMap((row, y) =>
        row.map((shade, x) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the drawing never changes
            key={`${x} ${y}`}
            className="sketch-cell"
            x={18 + x * STEP}
            y={14 + y * STEP}
            width="10"
            height="10"
            rx="1.5"
            style={{ opacity: 0.08 + shade * 0.16 }}
          />
        )),
      )}
    </>
  );
}

/** Things one after the other on a line of time. */
function Order() {
  return (
    <>
      <rect x="4" y="31" width="56" height="3" rx="1.5" />
      {[8, 22, 40, 54].map((x, at) => (
        <g key={x} className="sketch-cell">
          <circle cx={x} cy="32.5" r="4.5" />
          <rect x={x - 5} y={at % 2 ? 42 : 12} width="12" height="9" rx="2" opacity="0.45" />
        </g>
      ))}
    </>
  );
}

/** Boxes that lead to one another. */
function Lead() {
  return (
    <>
      <path d="M18 16 44 30M18 48 44 34M18 20v24" stroke="currentColor" strokeWidth="2" />
      {[
        [6, 8],
        [6, 42],
        [40, 25],
      ].map(([x, y]) => (
        <rect key={`${x} ${y}`} className="sketch-cell" x={x} y={y} width="20" height="14" rx="3" />
      ))}
    </>
  );
}

/** A small drawing of how a display looks, by its purpose and name: each has one. */
export function Sketch({ kind, purpose }: { kind: string; purpose: string }) {
  const isLead = purpose === "explain" || purpose === "predict" || /network|map/.test(kind);
  return (
    <svg className="sketch" width="64" height="64" viewBox="0 0 64 64" aria-hidden="true">
      {isLead && !/matrix/.test(kind) ? (
        <Lead />
      ) : purpose === "order" && !/matrix/.test(kind) ? (
        <Order />
      ) : (
        <Table shades={kind.includes("cooccurrence") ? SQUARE : shadesOf(kind)} />
      )}
    </svg>
  );
}
