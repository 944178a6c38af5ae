/** Files that were dropped, those in folders too. */

/** A file and its path from where it was dropped or picked. */
export interface Placed {
  readonly path: string;
  readonly file: File;
}

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

async function within(entry: FileSystemEntry): Promise<Placed[]> {
  if (entry.name.startsWith(".")) return [];
  if (entry.isFile) {
    const path = entry.fullPath.replace(/^\//, "");
    return [{ path, file: await fileOf(entry as FileSystemFileEntry) }];
  }
  const entries = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(entries.map(within))).flat();
}

/** Files that were picked, with their paths where they are of a folder. */
export function placedOf(files: Iterable<File>): Placed[] {
  return [...files]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !path.split("/").some((part) => part.startsWith(".")));
}

/** All the files of a drop, in the order of their names. */
export async function droppedOf(transfer: DataTransfer): Promise<Placed[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const files =
    entries.length > 0 ? (await Promise.all(entries.map(within))).flat() : placedOf(transfer.files);
  const compare = new Intl.Collator(undefined, { numeric: true }).compare;
  return files.sort((one, other) => compare(one.file.name, other.file.name));
}

/** Whether a file is what reference managers give (RIS, BibTeX, CSL-JSON); no source is read from such. */
export function isOfLiterature({ name }: Pick<File, "name">): boolean {
  return /\.(ris|bib|json)$/i.test(name);
}
