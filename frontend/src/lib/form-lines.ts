/** Fields of forms whose lines are things of their own: points to code, tasks to do. */

export type Lines = "" | "points" | "tasks";

const MARK = /^\s*(?:[-*+]|\d+[.)])\s+/;
const BOX = /^\[[ xX]\]\s*/;

/** The words of a line without its marks. */
function wordsOf(line: string): string {
  return line.replace(MARK, "").replace(BOX, "").trim();
}

/** The text as it is kept: each line that says something is a line of a list. */
export function asLines(text: string, lines: Lines): string {
  if (lines === "") return text;
  const begin = lines === "tasks" ? "- [ ] " : "- ";
  return text
    .split("\n")
    .filter((line) => line.trim() === "" || wordsOf(line) !== "")
    .map((line) => {
      if (line.trim() === "" || /^\s+\S/.test(line)) return line;
      const isMarked = MARK.test(line) && (lines === "points" || BOX.test(line.replace(MARK, "")));
      return isMarked ? line : begin + wordsOf(line);
    })
    .join("\n")
    .trim();
}

/** The points of a text, as names that codes may have. */
export function pointsOf(text: string): string[] {
  const points = text.split("\n").map(wordsOf).filter(Boolean);
  return [...new Set(points.map((point) => point.replace(/[*_`]+/g, "").replace(/[.;,]+$/, "")))];
}
