import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Failure } from "../../src/core/failure.ts";
import type { DocumentRecord, LedgerLine } from "../../src/core/record.ts";
import { cleanRun } from "../../src/run/clean-run.ts";
import type { RecordOptions } from "../../src/run/record-options.ts";
import type { JournalOptions } from "../../src/run/run-options.ts";
import type { RunSummary } from "../../src/run/summary.ts";
import { type Verification, verifyRun } from "../../src/run/verify-run.ts";
import type { WorkerLimits } from "../../src/run/worker-pool.ts";
import type { Output } from "../../src/sinks/output.ts";
import { OutputFolder } from "../../src/sinks/output-folder.ts";
import { defaultFields } from "../../src/sources/json-record.ts";
import { emptyFolder } from "../run-folder.ts";

/** A finished run as its files tell it. */
export interface WrittenRun {
  readonly out: string;
  readonly summary: RunSummary;
  readonly documents: readonly DocumentRecord[];
  readonly ledger: readonly LedgerLine[];
  readonly failures: readonly Failure[];
}

interface Options {
  readonly workers?: number;
  readonly out?: string;
  readonly output?: Output;
  readonly stream?: AsyncIterable<Uint8Array>;
  readonly limits?: WorkerLimits;
  readonly journal?: JournalOptions;
  /** How the documents are cleaned, beside the defaults. */
  readonly record?: Partial<RecordOptions>;
}

/** A temporary folder that is gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = emptyFolder(files);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs over `roots` and reads back what was written. */
export async function runOver(roots: readonly string[], options: Options = {}): Promise<WrittenRun> {
  const { workers = 1, out = folderWith(), output = new OutputFolder(out), stream, limits, journal, record } = options;
  await cleanRun({
    roots,
    record: { fields: defaultFields, dedupe: true, learn: true, ...record },
    workers,
    temporaryFolder: out,
    output,
    ...(stream && { stream }),
    ...(limits && { limits }),
    ...(journal && { journal }),
  });
  return readRun(out);
}

export function readRun(out: string): WrittenRun {
  return {
    out,
    summary: JSON.parse(readFileSync(join(out, "run.json"), "utf8")) as RunSummary,
    documents: linesOf<DocumentRecord>(out, "documents.jsonl"),
    ledger: linesOf<LedgerLine>(out, "ledger.jsonl"),
    failures: linesOf<Failure>(out, "failures.jsonl"),
  };
}

/** What is wrong with a run, as one string a problem. */
export async function problemsOf(out: string): Promise<string[]> {
  const { problems }: Verification = await verifyRun(out);
  return problems.map(({ path, record, problem }) => `${path}${record === undefined ? "" : `:${record}`} ${problem}`);
}

function linesOf<Line>(out: string, name: string): Line[] {
  const lines = readFileSync(join(out, name), "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line);
}
