/** Files that were dropped, those in folders too. */

async function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((done, failed) => entry.file(done, failed));
}

/** A folder is told in portions; an empty one is its end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, failed) =>
      reader.readEntries(done, failed),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

async function within(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith(".")) return [];
  if (entry.isFile) return [await fileOf(entry as FileSystemFileEntry)];
  const entries = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(entries.map(within))).flat();
}

/** All the files of a drop, in the order of their names. */
export async function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files =
    entries.length > 0 ? (await Promise.all(entries.map(within))).flat() : [...transfer.files];
  const compare = new Intl.Collator(undefined, { numeric: true }).compare;
  return files.sort((one, other) => compare(one.name, other.name));
}

/** Whether a file is what reference managers give (RIS, BibTeX, CSL-JSON); no source is read from such. */
export function isOfLiterature({ name }: Pick<File, "name">): boolean {
  return /\.(ris|bib|json)$/i.test(name);
}
