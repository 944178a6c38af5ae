import { expect, test } from "vitest";
import { asProject, projectAmong, studyAmong } from "./projects";

const placed = (...paths: string[]) =>
  paths.map((path) => ({ path, file: new File(["x"], path.split("/").at(-1) ?? "") }));
const told = (sent: ReturnType<typeof asProject>) =>
  sent && [sent.name, sent.isFolder, sent.files.map(({ path }) => path)];

test.each([
  [["tesis.qdpx"], ["tesis.qdpx", false, [""]]],
  [["Tesis.NVPX"], ["Tesis.NVPX", false, [""]]],
  [["a.label-studio.json"], ["a.label-studio.json", false, [""]]],
  [
    ["p.qda/data.qda", "p.qda/documents/a.txt"],
    ["p.qda", true, ["data.qda", "documents/a.txt"]],
  ],
  [
    ["x/p/study.yaml", "x/p/memos/a.md", "x/other.txt"],
    ["p", true, ["study.yaml", "memos/a.md"]],
  ],
  [["a.spacy"], ["a.spacy", false, [""]]],
  [["S-01.txt"], null],
  [["a.qdpx", "b.qdpx"], null],
  [["works.json"], null],
])("%j is a project or material", (paths, expected) =>
  expect(told(projectAmong(placed(...paths)))).toEqual(expected),
);

test.each([
  [["anything.bin"], ["anything.bin", false, [""]]],
  [
    ["f/a.txt", "f/g/b.txt"],
    ["f", true, ["a.txt", "g/b.txt"]],
  ],
  [["a.txt", "b.txt"], null],
  [[], null],
])("on the first screen %j is one project or none", (paths, expected) =>
  expect(told(asProject(placed(...paths)))).toEqual(expected),
);

test.each([
  [["copy.jejak"], "copy.jejak"],
  [["Copy.JEJAK"], "Copy.JEJAK"],
  [["a.jejak", "b.jejak"], undefined],
  [["copy.jejak.zip"], undefined],
])("of %j the study is %j", (paths, name) => expect(studyAmong(placed(...paths))?.name).toBe(name));
