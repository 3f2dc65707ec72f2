import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isBalanced, type RunSummary } from "../../src/run/summary.ts";
import { emptyFolder } from "../run-folder.ts";
import type { Fault } from "./faulty-fs.ts";

const PRELOAD = fileURLToPath(new URL("./faulty-fs.ts", import.meta.url));
const OUTPUTS = ["documents.jsonl", "ledger.jsonl", "failures.jsonl"] as const;

/** A run of the command: its code over a folder of inputs. */
export interface Bench {
  /** The command's file, built or not. */
  readonly bin: string;
  readonly inputs: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** What an undisturbed run writes. */
  readonly expected: readonly string[];
  /** Milliseconds that it takes. */
  readonly duration: number;
}

/** How one run is disturbed. */
export interface Trouble {
  readonly fault?: Omit<Fault, "marker">;
  /** Signals and the milliseconds after which they are sent. */
  readonly signals?: readonly (readonly [signal: NodeJS.Signals, after: number])[];
  readonly flags?: readonly string[];
  /** Makes the output folder a bad place. */
  readonly prepare?: (out: string) => BadPlace;
}

/** An output folder that something is wrong with. */
export interface BadPlace {
  /** Puts it right, for the next run. */
  mend(): void;
  /** Leaves it as any other folder. */
  release(): void;
}

export interface Outcome {
  /** Whether the trouble came in time: the fault was met, or the run ended without an output. */
  readonly hit: boolean;
  /** What is wrong after the next run; empty when it survived. */
  readonly problems: readonly string[];
  /** Inputs whose answers the next run took from the disturbed one. */
  readonly reused: number;
}

/** Measures an undisturbed run. */
export async function openBench(bin: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<Bench> {
  const inputs = emptyFolder(files);
  const out = emptyFolder();
  const started = performance.now();
  const code = await run({ bin, inputs }, out, {});
  if (code !== 1 && code !== 0) throw new Error(`the undisturbed run ended with ${code}`);
  return { bin, inputs, files, expected: outputsOf(out), duration: performance.now() - started };
}

/** Disturbs a run, runs again, and compares with what an undisturbed run writes. */
export async function tryFault(bench: Bench, trouble: Trouble): Promise<Outcome> {
  const out = emptyFolder();
  const marker = join(emptyFolder(), "marker");
  const place = trouble.prepare?.(out);
  await run(bench, out, trouble, marker);
  const hit = trouble.fault ? existsSync(marker) : !existsSync(join(out, "run.json"));
  place?.mend();
  restore(bench);
  const next = await run(bench, out, {});
  const problems = problemsOf(out, bench.expected);
  if (next !== 0 && next !== 1) problems.push(`the next run ended with ${next}`);
  const reused = problems.length > 0 ? 0 : (summaryOf(out).resumed?.reused ?? 0);
  place?.release();
  rmSync(out, { recursive: true, force: true, maxRetries: 2 });
  return { hit, problems, reused };
}

/** Inputs that were cut are written again, as by who mends them. */
function restore({ inputs, files }: Bench): void {
  for (const [name, content] of Object.entries(files))
    if (statSync(join(inputs, name)).size !== Buffer.byteLength(content)) writeFileSync(join(inputs, name), content);
}

async function run(
  { bin, inputs }: Pick<Bench, "bin" | "inputs">,
  out: string,
  { fault, signals = [], flags = [] }: Trouble,
  marker = "",
): Promise<number | null> {
  mkdirSync(out, { recursive: true });
  const env = { ...process.env, ...(fault && { DEHUSK_FAULT: JSON.stringify({ ...fault, marker }) }) };
  const args = ["--import", PRELOAD, bin, "clean", inputs, "--out", out, "--workers", "2", ...flags];
  const child = spawn(process.execPath, args, { env, stdio: "ignore" });
  const over = once(child, "close");
  const timers = new AbortController();
  for (const [signal, after] of signals)
    void setTimeout(after, undefined, { signal: timers.signal }).then(
      () => child.kill(signal),
      () => {},
    );
  const [code] = (await over) as [number | null];
  timers.abort();
  return code;
}

function problemsOf(out: string, expected: readonly string[]): string[] {
  const problems: string[] = [];
  try {
    for (const [i, text] of outputsOf(out).entries()) if (text !== expected[i]) problems.push(`${OUTPUTS[i]} differs`);
    if (!isBalanced(summaryOf(out))) problems.push("the account does not balance");
  } catch (error) {
    problems.push(String(error));
  }
  const left = readdirSync(out).filter((name) => !OUTPUTS.includes(name as (typeof OUTPUTS)[number]));
  const known = [".dehusk", "run.json"];
  for (const name of left.filter((other) => !known.includes(other))) problems.push(`${name} is left behind`);
  return problems;
}

const outputsOf = (out: string): string[] => OUTPUTS.map((name) => readFileSync(join(out, name), "utf8"));

const summaryOf = (out: string): RunSummary => JSON.parse(readFileSync(join(out, "run.json"), "utf8")) as RunSummary;
