import { expect, test } from "vitest";
import { fileFor } from "./file-name";

test.each([
  ["/home/r", "Pasar malam: siapa yang datang?", "/home/r/Pasar-malam-siapa-yang-datang.jejak"],
  ["C:\\Data\\", "研究/一", "C:\\Data\\研究-一.jejak"],
  ["/", "…", "/study.jejak"],
])("in %s, “%s” becomes %s", (folder, title, path) => expect(fileFor(folder, title)).toBe(path));
