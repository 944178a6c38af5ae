/** A file of that name in a folder. */
export function joined(folder: string, name: string): string {
  return `${folder.replace(/[\\/]$/, "")}${folder.includes("\\") ? "\\" : "/"}${name}`;
}

/** The file a study would be put in: its title without what file systems do not like. */
export function fileFor(folder: string, title: string): string {
  const name = title
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return joined(folder, `${name || "study"}.jejak`);
}
