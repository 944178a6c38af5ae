/** Words around a passage, cut between words. */

/** The last words of a text, at most so many letters of it. */
export function lastWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(-most);
  const from = cut.search(/\s/u);
  return `… ${(from < 0 ? cut : cut.slice(from)).trimStart()}`;
}

/** The first words of a text, at most so many letters of it. */
export function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const to = Math.max(cut.lastIndexOf(" "), cut.lastIndexOf("\n"));
  return `${(to <= 0 ? cut : cut.slice(0, to)).trimEnd()} …`;
}
