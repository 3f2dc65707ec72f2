import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { UsageError } from "../../src/core/usage-error.ts";
import { OutputFolder } from "../../src/sinks/output-folder.ts";
import { numbersFrom, paragraphs } from "../run/generated-corpus.ts";
import { folderWith, runOver } from "../run/written-run.ts";

const texts = paragraphs(numbersFrom(21), 40);
const sources = Object.fromEntries(texts.map((text, i) => [`${i}.txt`, text]));

const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]));

/** A file system of its own with `size` of room; none where mounting is not allowed. */
function tinyDisk(size: string): string | undefined {
  const folder = folderWith();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync("umount", ["-l", folder]));
  return folder;
}

it("leaves earlier outputs as they were, and nothing else, when the disk is full", async ({ skip }) => {
  const out = tinyDisk("256k");
  if (!out) return skip("cannot mount a small disk here");
  await runOver([folderWith({ "a.txt": texts[0]! })], { out });
  const before = contents(out);
  const many = folderWith({ "a.txt": paragraphs(numbersFrom(22), 4000).join("\n\n") });
  for (const workers of [1, 2])
    await expect(runOver([many], { out, workers })).rejects.toMatchObject({ code: "ENOSPC" });
  expect(contents(out)).toEqual(before);
});

class FailingOutput extends OutputFolder {
  override write(...[name, bytes]: Parameters<OutputFolder["write"]>): void {
    if (name === "run.json") throw Object.assign(new Error("no space"), { code: "ENOSPC" });
    super.write(name, bytes);
  }
}

it("leaves earlier outputs as they were when the very last write fails", async () => {
  const out = folderWith();
  await runOver([folderWith({ "a.txt": texts[0]! })], { out });
  const before = contents(out);
  await expect(runOver([folderWith(sources)], { out, output: new FailingOutput(out) })).rejects.toThrow("no space");
  expect(contents(out)).toEqual(before);
});

it("leaves nothing behind when not even the temporary file can be made", async () => {
  const out = folderWith();
  const output = new OutputFolder(out);
  mkdirSync(join(out, "gone"));
  const { cleanRun } = await import("../../src/run/clean-run.ts");
  const record = { fields: {} as never, dedupe: true, learn: true };
  const run = cleanRun({ roots: [out], record, temporaryFolder: join(out, "missing"), output });
  await expect(run).rejects.toMatchObject({ code: "ENOENT" });
  expect(readdirSync(out)).toEqual(["gone"]);
});

it("refuses a file as the folder, and a folder in the place of an output", () => {
  const folder = folderWith({ "a.txt": "text", "out/ledger.jsonl/x": "" });
  expect(() => new OutputFolder(join(folder, "a.txt"))).toThrow(UsageError);
  expect(() => new OutputFolder(join(folder, "out"))).toThrow(/ledger\.jsonl is a folder already/);
  expect(readdirSync(join(folder, "out"))).toEqual(["ledger.jsonl"]);
});

it("never overwrites an input", async () => {
  const line = `${JSON.stringify({ text: texts[0] })}\n`;
  const folder = folderWith({ "documents.jsonl": line });
  await expect(runOver([folder], { out: folder })).rejects.toThrow(UsageError);
  const out = (await runOver([folderWith(sources)])).out;
  await expect(runOver([join(out, "documents.jsonl")], { out })).rejects.toThrow(/would be overwritten/);
  expect(readFileSync(join(folder, "documents.jsonl"), "utf8")).toBe(line);
  expect(readdirSync(out)).toHaveLength(4);
});

it("takes the leavings of a run that was killed for its own", async () => {
  const out = folderWith();
  writeFileSync(join(out, ".documents.jsonl.partial"), "x".repeat(100_000));
  const { documents } = await runOver([folderWith(sources)], { out });
  expect(documents).toHaveLength(texts.length);
  expect(existsSync(join(out, ".documents.jsonl.partial"))).toBe(false);
});
