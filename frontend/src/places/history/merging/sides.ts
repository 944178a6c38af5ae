/** What each side of a clash has, with what is special to it marked. */

import type { Clash } from "../../../api/merges";
import { differences, type Piece } from "../../../lib/differences";
import { plainly } from "../changes";

export type Side = "ours" | "theirs";

/** Of what is the same in a long text so much is shown around what is not. */
const AROUND = 120;

/** A text without the middle of what nobody changed. */
function shortened(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, place) => {
    const letters = [...piece.text];
    if (piece.what !== "same" || letters.length <= 3 * AROUND || pieces.length === 1) return piece;
    const head = place > 0 ? letters.slice(0, AROUND).join("") : "";
    const tail = place < pieces.length - 1 ? letters.slice(-AROUND).join("") : "";
    // No half words where there are words.
    return {
      what: "same",
      text: `${head.replace(/(\s)\S{1,20}$/, "$1")}… ${tail.replace(/^\S{1,20}\s+/, "")}`,
    };
  });
}

/** Words that are marked one after the other are marked with the space between them. */
function together(pieces: readonly Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const [before, between] = found.slice(-2);
    if (piece.what === "in" && before?.what === "in" && between?.text.trim() === "")
      found.splice(-2, 2, { what: "in", text: before.text + between.text + piece.text });
    else found.push(piece);
  }
  return found;
}

/** The pieces of what a side has; `in` is what it alone has. */
export function piecesOf(clash: Clash, side: Side): Piece[] {
  const other = side === "ours" ? clash.theirs : clash.ours;
  const pieces = differences(plainly(other), plainly(clash[side]));
  return shortened(together(pieces.filter(({ what }) => what !== "out")));
}

/** What a side did with something of which one took it away and the other went on. */
export function deedOf(clash: Clash, side: Side): "removed" | "kept" {
  const here = clash.what === "removed here" ? "ours" : "theirs";
  return here === side ? "removed" : "kept";
}
