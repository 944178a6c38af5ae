/** A codebook that was pasted as text: YAML, a table, or an outline with a code on each line. */

const STEP = 2;
/** The name of what was pasted, before its ending. */
export const PASTED = "pasted.";

/** Whether pasted text may be a codebook: several lines of it, or a file's beginning. */
export function looksLikeCodebook(text: string): boolean {
  return text.trim().includes("\n") || /^codes\s*:/m.test(text);
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** How far a line is indented, in steps: a tab, or as many spaces as the outline uses. */
function depths(lines: readonly string[]): number[] {
  const widths = lines.map(
    (line) => (/^[\t ]*/.exec(line)?.[0] ?? "").replaceAll("\t", "  ").length,
  );
  const step = Math.min(...widths.filter((width) => width > 0), Number.POSITIVE_INFINITY);
  return widths.map((width) => Math.round(width / (Number.isFinite(step) ? step : STEP)));
}

/** An outline as a table of paths; what follows a colon says the code in a few words. */
export function tableOfOutline(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const levels = depths(lines);
  const above: string[] = [];
  const rows = lines.map((line, at) => {
    const level = Math.min(levels[at] ?? 0, above.length);
    const [, name = "", short = ""] =
      /^(?:[-*•]\s+|\d+[.)]\s+)?(.+?)(?::\s+(.*))?$/u.exec(line.trim()) ?? [];
    above.length = level;
    above.push(name.replaceAll("/", "⁄"));
    return `${quoted(above.join("/"))},${quoted(short)}`;
  });
  return ["path,short", ...rows].join("\n");
}

const HEADED = /^"?(path|name|code)"?[\t,;]/i;

/** Pasted text as a file the server reads. */
export function fileOf(text: string): File {
  if (/^codes\s*:/m.test(text)) return new File([text], `${PASTED}yaml`);
  const table = HEADED.test(text.trimStart()) ? text : tableOfOutline(text);
  return new File([table], `${PASTED}csv`);
}
