import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Failure } from "../core/failure.ts";
import type { LedgerLine } from "../core/record.ts";
import { runSchema } from "../core/schemas.ts";
import type { Input, RawRecord } from "../core/source.ts";
import { UsageError } from "../core/usage-error.ts";
import { identify } from "../open-record.ts";
import { openVisible } from "../pipeline.ts";
import { isOutput } from "../sinks/output-names.ts";
import { nodeFolders } from "../sources/file-access.ts";
import { listInputs } from "../sources/list-inputs.ts";
import { readRecords } from "../sources/read-records.ts";
import { openRunFiles, type RunFiles } from "./run-files.ts";
import type { RunSummary } from "./summary.ts";
import { verifyDocument } from "./verify-document.ts";
import { type RunProblem, verifyFiles } from "./verify-files.ts";

/** What a check of a run found. */
export interface Verification {
  /** Documents and dropped duplicates for which the law holds. */
  readonly verified: number;
  readonly problems: readonly RunProblem[];
}

/**
 * Reads the sources of a finished run again and proves the law on each, and that every input is in exactly one of
 * documents, dropped duplicates and failures. Both sides are in canonical order, so one pass over each is enough.
 *
 * @throws {UsageError} when `folder` holds no run, one of standard input, which cannot be read again, or one without what is needed.
 */
export async function verifyRun(folder: string): Promise<Verification> {
  const summary = readSummary(folder);
  if (summary.roots.includes("-"))
    throw new UsageError("the run read standard input, which cannot be read again to verify it");
  const account = new Account(openRunFiles(folder, summary));
  const { inputs } = await listInputs(summary.roots, nodeFolders, summary.selection);
  for (const input of inputs) {
    if (isOutput(input.file, folder)) continue;
    for await (const raw of readRecords(input, summary.options))
      if ("skipped" in raw) account.skipped++;
      else await account.settle(raw, input, summary);
    await account.leave(input);
  }
  await account.close(summary);
  if (summary.output?.files) for await (const problem of verifyFiles(folder, summary)) account.problems.push(problem);
  return { verified: account.verified, problems: account.problems };
}

function readSummary(folder: string): RunSummary {
  try {
    return runSchema.parse(JSON.parse(readFileSync(join(folder, "run.json"), "utf8"))) as RunSummary;
  } catch {
    throw new UsageError(`there is no finished run in ${folder}: its run.json is missing or is none of dehusk's`);
  }
}

type Place = Pick<RawRecord, "path" | "record">;

class Account {
  verified = 0;
  skipped = 0;
  readonly problems: RunProblem[] = [];
  private duplicates = 0;
  private readonly documents: RunFiles["documents"];
  private readonly ledger: RunFiles["ledger"];
  private readonly failures: RunFiles["failures"];

  constructor({ documents, ledger, failures }: RunFiles) {
    this.documents = documents;
    this.ledger = ledger;
    this.failures = failures;
  }

  async settle(raw: RawRecord | Failure, input: Input, { options }: RunSummary): Promise<void> {
    if (await this.isFailure(raw, input)) return;
    await this.passOver((source) => isBefore(source, raw, input));
    if ("reason" in raw) return this.report(raw, `cannot be read now: ${raw.message}`);
    const record = await this.documents.takeIf(({ source }) => isSame(source, raw));
    let lines = await this.ledgerOf(record?.id ?? raw.id ?? identify(raw));
    // A dropped document whose own id was taken stands in the ledger under its other one, which may be a numbered one.
    if (!record && lines.length === 0) lines = await this.ledgerOf(identify(raw));
    if (!record && lines.length === 0) lines = await this.numberedLedgerOf(identify(raw));
    if (!record && !lines.some((line) => line.keptInstead)) return this.report(raw, "is in no output of the run");
    if (!record) this.duplicates++;
    if (record && hash("sha256", raw.content, "hex") !== record.source.sha256)
      return this.report(raw, "has changed since the run");
    const problems = verifyDocument(openVisible(raw, options), record, lines);
    for (const problem of problems) this.report(raw, problem);
    if (problems.length === 0) this.verified++;
  }

  /** What is left of an input when all of it was read. */
  async leave(input: Input): Promise<void> {
    await this.passOver((source) => isOf(source, input));
    while (await this.failures.takeIf((failure) => isOf(failure, input)));
  }

  /** What is left over has no source, and the counts have to be those of the run. */
  async close(summary: RunSummary): Promise<void> {
    await this.passOver(() => true);
    while (await this.failures.takeIf(() => true));
    const stray = await this.ledger.peek();
    if (stray) this.problems.push({ path: "", problem: `ledger.jsonl: ${stray.document} is no document of the run` });
    const { inputs, documents, duplicates, failures, skipped } = summary;
    this.compare("documents", this.documents.taken, documents);
    this.compare("failures", this.failures.taken, failures);
    this.compare("duplicates", this.duplicates, duplicates);
    this.compare("skipped", this.skipped, skipped);
    this.compare("inputs", documents + duplicates + failures + skipped, inputs);
    for (const reader of [this.documents, this.ledger, this.failures]) await reader.close();
  }

  private compare(name: string, found: number, stated: number): void {
    if (found !== stated)
      this.problems.push({ path: "", problem: `run.json: says ${stated} ${name}, but ${found} are there` });
  }

  /** Documents whose source is gone. */
  private async passOver(gone: (source: Place) => boolean): Promise<void> {
    for (;;) {
      const record = await this.documents.takeIf(({ source }) => gone(source));
      if (!record) return;
      await this.ledgerOf(record.id);
      this.report(record.source, "is a document of the run, but its source is not there");
    }
  }

  /** Failures of the listing have no input to meet and are passed over. */
  private async isFailure(raw: Place, input: Input): Promise<boolean> {
    while (await this.failures.takeIf((failure) => isBefore(failure, raw, input)));
    return (await this.failures.takeIf((failure) => isSame(failure, raw))) !== undefined;
  }

  private async ledgerOf(document: string): Promise<LedgerLine[]> {
    const lines: LedgerLine[] = [];
    for (;;) {
      const line = await this.ledger.takeIf((next) => next.document === document);
      if (!line) return lines;
      lines.push(line);
    }
  }

  /** The next lines where they are of a document that was not the first to bring this id. */
  private async numberedLedgerOf(id: string): Promise<LedgerLine[]> {
    const document = (await this.ledger.peek())?.document ?? "";
    return document.startsWith(`${id}-`) ? this.ledgerOf(document) : [];
  }

  private report({ path, record }: Place, problem: string): void {
    this.problems.push({ path, ...(record !== undefined && { record }), problem });
  }
}

const isSame = (a: Place, b: Place): boolean => a.path === b.path && a.record === b.record;

/** Whether it is the input or a member of it. */
const isOf = ({ path }: Place, input: Input): boolean => path === input.path || path.startsWith(`${input.path}/`);

/** Members of one archive stand in its own order, which their paths do not tell. */
function isBefore(a: Place, raw: Place, input: Input): boolean {
  if (!isOf(a, input)) return a.path < input.path;
  return a.path === raw.path && (a.record ?? 0) < (raw.record ?? 0);
}
