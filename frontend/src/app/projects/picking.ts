/** Lets a file, or all those of a folder, be chosen. */

import { type Placed, placedOf } from "../../lib/files";

export function pick(folder: boolean, onPicked: (files: readonly Placed[]) => void): void {
  const field = document.createElement("input");
  field.type = "file";
  field.multiple = folder;
  field.webkitdirectory = folder;
  field.onchange = () => onPicked(placedOf(field.files ?? []));
  field.click();
}
