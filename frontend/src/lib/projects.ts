/** Projects of other programs among files that were dropped or picked. */

import type { Placed } from "./files";

/** A project that is to be sent: one file, or the files of a folder by their paths in it. */
export interface Sent {
  readonly name: string;
  readonly isFolder: boolean;
  readonly files: readonly Placed[];
}

/** Whole projects, the closed ones among them: the server says what to do with those. */
const ENDINGS =
  /\.(qdpx|sqlite3|rqda|qda|spacy|jsonl|jsonld|xmi|zip|label-studio\.json|hypothesis\.json|nvpx?|nvcx?|atlproj\d*|atlpac|hpr[67x]|mx\d{1,2}|mex\d{1,2})$/i;
/** The file by which the folder of a project is known. */
const MARKS = /(^|\/)(data\.qda|study\.yaml|[^/]+\.ann|TypeSystem\.xml)$/;

const above = (path: string) => path.slice(0, Math.max(path.lastIndexOf("/"), 0));
const lastOf = (path: string) => path.split("/").at(-1) ?? path;

function folderAt(root: string, files: readonly Placed[]): Sent {
  const within = root ? `${root}/` : "";
  const own = files.filter(({ path }) => path.startsWith(within));
  const placed = own.map(({ path, file }) => ({ path: path.slice(within.length), file }));
  return { name: lastOf(root) || "project", isFolder: true, files: placed };
}

/** The project among files; `null` where they are material. */
export function projectAmong(files: readonly Placed[]): Sent | null {
  const mark = files.find(({ path }) => path.includes("/") && MARKS.test(path));
  if (mark) return folderAt(above(mark.path), files);
  const one = files.length === 1 ? files[0] : undefined;
  if (!(one && ENDINGS.test(one.file.name))) return null;
  return { name: one.file.name, isFolder: false, files: [{ path: "", file: one.file }] };
}

/** The one file that was dropped, where it is a study of Jejak's own. */
export function studyAmong(files: readonly Placed[]): File | null {
  const [only, ...others] = files;
  return only && others.length === 0 && /\.jejak$/i.test(only.file.name) ? only.file : null;
}

/** Files as one project, whatever they are called; `null` where they are several. */
export function asProject(files: readonly Placed[]): Sent | null {
  const found = projectAmong(files);
  if (found) return found;
  const [first, ...others] = files;
  if (!first) return null;
  const root = first.path.split("/")[0] ?? "";
  if (first.path.includes("/") && files.every(({ path }) => path.startsWith(`${root}/`))) {
    return folderAt(root, files);
  }
  if (others.length > 0) return null;
  return { name: first.file.name, isFolder: false, files: [{ path: "", file: first.file }] };
}
