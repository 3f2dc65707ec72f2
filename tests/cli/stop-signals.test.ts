import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { numbersFrom, paragraphs } from "../run/generated-corpus.ts";
import { folderWith, readRun } from "../run/written-run.ts";
import { BIN, dehusk } from "./command.ts";

const texts = paragraphs(numbersFrom(43), 4);
const line = (text: string): string => `${JSON.stringify({ text })}\n`;

/** A run that waits for the rest of its standard input; it has begun when its files are there. */
async function waitingRun(out: string): Promise<{ readonly run: ChildProcess; readonly said: () => string }> {
  const run = spawn(process.execPath, [BIN, "clean", "-", "--out", out]);
  let said = "";
  run.stderr.on("data", (data) => (said += data));
  run.stdin.write(line(texts[0]!));
  while (!existsSync(join(out, ".run.json.partial"))) await setTimeout(10);
  // The handlers are set right after the files are made.
  await setTimeout(200);
  return { run, said: () => said };
}

it.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("stops at %s, leaves nothing half-done and exits with %i", async (signal, code) => {
  const out = join(folderWith(), "out");
  mkdirSync(out);
  const { run, said } = await waitingRun(out);
  run.kill(signal);
  expect((await once(run, "close"))[0]).toBe(code);
  expect(said()).toContain("once more to stop at once");
  expect(said()).toContain(`dehusk: stopped by ${signal}; no output was changed.`);
  expect(readdirSync(out)).toEqual([]);
});

it("stops at once at the second signal", async () => {
  const out = join(folderWith(), "out");
  mkdirSync(out);
  const { run } = await waitingRun(out);
  run.kill("SIGINT");
  run.kill("SIGTERM");
  expect([130, 143]).toContain((await once(run, "close"))[0]);
  expect(readdirSync(out)).toEqual([]);
});

it("refuses the folder of a run that is not over, and leaves that alone", async () => {
  const folder = folderWith({ "in/a.txt": texts[1]! });
  const out = join(folder, "out");
  mkdirSync(out);
  const { run } = await waitingRun(out);
  const { code, err } = dehusk(["clean", "in", "--out", "out"], { cwd: folder });
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`another run, process ${run.pid}, is`) });
  run.stdin!.end(line(texts[2]!));
  expect((await once(run, "close"))[0]).toBe(0);
  expect(readRun(out).documents).toHaveLength(2);
});
