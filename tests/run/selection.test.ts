import { expect, it } from "vitest";
import { cleanRun } from "../../src/run/clean-run.ts";
import { OutputFolder } from "../../src/sinks/output-folder.ts";
import { defaultFields } from "../../src/sources/json-record.ts";
import { isSelected } from "../../src/sources/selection.ts";
import { numbersFrom, paragraphs } from "./generated-corpus.ts";
import { folderWith, problemsOf, readRun } from "./written-run.ts";

it.each<readonly [path: string, include: readonly string[], exclude: readonly string[], selected: boolean]>([
  ["a/b.html", [], [], true],
  ["a/b.html", ["*.html"], [], true],
  ["a/b.html", ["*.htm"], [], false],
  ["a/b.html", ["a/*.html"], [], true],
  ["a/c/b.html", ["a/*.html"], [], false],
  ["a/c/b.html", ["a/**"], [], true],
  ["a/b.html", ["*.{txt,html}"], ["b.*"], false],
  ["ab/b.txt", [], ["a/**"], true],
])("%s with %j but not %j: %s", (path, include, exclude, selected) => {
  expect(isSelected(path, { include, exclude })).toBe(selected);
});

it("reads only what is selected, and verifies the same", async () => {
  const [one, two, three] = paragraphs(numbersFrom(91), 3) as [string, string, string];
  const folder = folderWith({ "a.txt": one, "b.md": two, "drafts/c.txt": three });
  const out = folderWith();
  const selection = { include: ["*.txt"], exclude: ["drafts/**"] };
  const record = { fields: defaultFields, dedupe: true, learn: true };
  await cleanRun({ roots: [folder], selection, record, temporaryFolder: out, output: new OutputFolder(out) });
  const { documents, summary } = readRun(out);
  expect(documents.map(({ source }) => source.path)).toEqual(["a.txt"]);
  expect(summary.selection).toEqual(selection);
  expect(await problemsOf(out)).toEqual([]);
});
