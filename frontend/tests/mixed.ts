/** Made-up text in many scripts, the same for the same seed. */

/** Draws whole numbers below a limit. */
export type Draw = (limit: number) => number;

/** A small generator (xorshift32), so that a failure can be had again by its seed. */
export function drawing(seed: number): Draw {
  let state = (seed * 2654435761) >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return limit > 0 ? state % limit : 0;
  };
}

const PIECES = [
  "saya ", "akun ", "kenapa ", "dua, ", "aplikasi. ", "the street ", "x", "\n", "  ",
  "e\u0301", "n\u0303a ", "o\u0308\u0323 ", "😀", "👩🏽‍🔬 ", "🇮🇩", "👨‍👩‍👧‍👦", "1\ufe0f\u20e3 ",
  "سلام ", "مَرْحَبًا ", "كتاب. ", "漢字", "文字。", "かな", "𠮷", "𝒳 ", "𐍈", "नमस्ते ", "ไทย",
]; // biome-ignore format: a table of pieces

/** At least `length` code points of pieces in mixed scripts. */
export function mixedText(draw: Draw, length: number): string {
  let text = "";
  for (let points = 0; points < length; ) {
    const piece = PIECES[draw(PIECES.length)] ?? "";
    text += piece;
    points += [...piece].length;
  }
  return text;
}
