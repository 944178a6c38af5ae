/** The file a study would be put in: its title without what file systems do not like. */
export function fileFor(folder: string, title: string): string {
  const name = title
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  const slash = folder.includes("\\") ? "\\" : "/";
  return `${folder.replace(/[\\/]$/, "")}${slash}${name || "study"}.jejak`;
}
