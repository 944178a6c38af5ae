const LONGEST = 80;

/** A memo's title from its words: the first line. */
export function titleOf(body: string): string {
  const line = body.split("\n").find((words) => words.trim() !== "" && !words.startsWith(">"));
  const letters = [...(line ?? body).trim()];
  return letters.length <= LONGEST
    ? letters.join("")
    : `${letters.slice(0, LONGEST - 1).join("")}…`;
}
