/** The shades of a drawing, row by row; which display has which is decided by its name alone. */
const SQUARE = [
  [0, 5, 2, 0],
  [5, 0, 3, 1],
  [2, 3, 0, 4],
  [0, 1, 4, 0],
];
const TABLE = [
  [4, 1, 0, 2],
  [2, 5, 1, 0],
  [0, 2, 3, 1],
  [1, 0, 2, 5],
];
const STEP = 11;

/** A small drawing of how a display looks. */
export function Sketch({ kind }: { kind: string }) {
  const shades = kind.includes("cooccurrence") ? SQUARE : TABLE;
  return (
    <svg className="sketch" width="64" height="64" viewBox="0 0 64 64" aria-hidden="true">
      {shades.map((row, y) => (
        <rect key={`row ${row.join("")}`} x="2" y={17 + y * STEP} width="12" height="4" rx="2" />
      ))}
      {shades.map((row, x) => (
        <rect key={`column ${row.join("")}`} x={21 + x * STEP} y="2" width="4" height="8" rx="2" />
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
    </svg>
  );
}
