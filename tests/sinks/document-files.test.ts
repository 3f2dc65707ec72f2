import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { UsageError } from "../../src/core/usage-error.ts";
import { OutputFolder } from "../../src/sinks/output-folder.ts";
import type { OutputForm } from "../../src/sinks/output-form.ts";
import { numbersFrom, paragraphs } from "../run/generated-corpus.ts";
import { folderWith, problemsOf, runOver } from "../run/written-run.ts";

const texts = paragraphs(numbersFrom(81), 6);
const TITLE = 'A quay: "shut" # --- \u0085\u2028 …';
const files = {
  "a.txt": texts[0]!,
  "news/b.html": `<html lang="en"><head><title>x</title><meta property="og:title" content='${TITLE}'></head><body><article><p>${texts[1]}</p></article></body></html>`,
  "crawl.jsonl": `${JSON.stringify({ text: texts[2], title: TITLE, url: "https://news.example/c" })}\n${JSON.stringify({ text: texts[3] })}\n`,
};

async function runAs(
  form: OutputForm,
  out = folderWith(),
  root = folderWith(files),
): Promise<{ out: string; root: string }> {
  await runOver([root], { out, output: new OutputFolder(out, form) });
  return { out, root };
}

const filesIn = (out: string): string[] =>
  readdirSync(join(out, "documents"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .sort();
const textOf = (out: string, name: string): string => readFileSync(join(out, "documents", name), "utf8");

it("writes each document's text to a file named after where it came from", async () => {
  const { out, root } = await runAs({ files: true });
  expect(filesIn(out)).toEqual([
    "documents/a.txt",
    "documents/crawl/1.txt",
    "documents/crawl/2.txt",
    "documents/news/b.txt",
  ]);
  expect(textOf(out, "a.txt")).toBe(`${texts[0]}\n`);
  expect(await problemsOf(out)).toEqual([]);
  // What stands there is no input of the next run, and goes when it is asked for no longer.
  const inside = join(root, "out");
  await runAs({ files: true }, inside, root);
  await runAs({ files: true }, inside, root);
  expect(filesIn(inside)).toEqual(filesIn(out));
  expect(await problemsOf(inside)).toEqual([]);
  await runAs({}, inside, root);
  expect(readdirSync(inside).sort()).toEqual(expect.not.arrayContaining(["documents"]));
  expect(await problemsOf(inside)).toEqual([]);
});

it("puts what is known above the text, as YAML that no title can break", async () => {
  const { out } = await runAs({ files: true, frontMatter: true });
  const [, yaml = "", text] = /^---\n(.*?)^---\n\n(.*)$/ms.exec(textOf(out, "crawl/1.txt")) ?? [];
  expect(parse(yaml)).toMatchObject({
    title: expect.stringContaining('"shut" # ---'),
    url: "https://news.example/c",
    path: "crawl.jsonl",
    record: 1,
  });
  expect(text).toBe(`${texts[2]}\n`);
  expect(await problemsOf(out)).toEqual([]);
});

it("finds a file that was changed, is gone or does not belong there", async () => {
  const { out } = await runAs({ files: true });
  writeFileSync(join(out, "documents", "a.txt"), "Something else.");
  writeFileSync(join(out, "documents", "mine.txt"), "");
  expect(await problemsOf(out)).toEqual([
    "a.txt a.txt is not the text of its record",
    " documents/ has 1 files that are of no document",
  ]);
});

it("never touches a folder that no run has made", async () => {
  const out = folderWith({ "documents/thesis.txt": "mine" });
  expect(() => new OutputFolder(out, { files: true })).toThrow(UsageError);
  await runAs({}, out);
  expect(textOf(out, "thesis.txt")).toBe("mine");
  const empty = folderWith();
  mkdirSync(join(empty, "documents"));
  await runAs({ files: true }, empty);
  expect(existsSync(join(empty, "documents", "a.txt"))).toBe(true);
});

it("takes a user's folder of that name for an input", async () => {
  const root = folderWith({ "documents/a.txt": texts[4]! });
  const { documents } = await runOver([root], { out: root });
  expect(documents.map(({ source }) => source.path)).toEqual(["documents/a.txt"]);
});
