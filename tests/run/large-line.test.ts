import { spawnSync } from "node:child_process";
import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { BIN } from "../cli/command.ts";
import { numbersFrom, sentence } from "./generated-corpus.ts";
import { folderWith } from "./written-run.ts";

const SIZE = 200e6;
/** Bytes, text and escaped text of it at a time, and copies on their way to the disk. */
const MOST_MEMORY = 2.5e9;
const TELL_MEMORY =
  "data:text/javascript,process.on('exit',()=>process.stderr.write(String(process.resourceUsage().maxRSS)))";

/** One line without an end, written in parts. */
function writeLine(file: string): void {
  const next = numbersFrom(81);
  const part = Array.from({ length: 10_000 }, () => sentence(next, 15)).join(" ");
  const handle = openSync(file, "w");
  for (let size = 0; size < SIZE; ) size += writeSync(handle, part);
  closeSync(handle);
}

it("cleans a single line of 200 MB in bounded memory", () => {
  const folder = folderWith({ "in/b.txt": "A short text beside it." });
  writeLine(join(folder, "in/a.txt"));
  const args = ["--import", TELL_MEMORY, BIN, "clean", "in", "--out", "out", "--json"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ documents: 2, failures: 0 });
  expect(Number(stderr) * 1024).toBeLessThan(MOST_MEMORY);
});
