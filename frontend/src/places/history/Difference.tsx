import type { Piece } from "../../lib/differences";

/** A text with what was taken out of it and put in. */
export function Difference({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <span className="difference" dir="auto">
      {pieces.map((piece, place) => {
        const key = `${place} ${piece.what}`;
        if (piece.what === "in") return <ins key={key}>{piece.text}</ins>;
        if (piece.what === "out") return <del key={key}>{piece.text}</del>;
        return <span key={key}>{piece.text}</span>;
      })}
    </span>
  );
}
