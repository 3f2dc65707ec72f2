import { hash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type ZodType, z } from "zod";
import type { Failure } from "../core/failure.ts";
import type { DocumentRecord, LedgerLine } from "../core/record.ts";
import { documentSchema, failureSchema, ledgerSchema } from "../core/schemas.ts";
import type { RawRecord } from "../core/source.ts";
import { openVisible } from "../pipeline.ts";
import { splitJsonLines } from "../sources/jsonl.ts";
import { listInputs } from "../sources/list-inputs.ts";
import { identify } from "./clean-record.ts";
import { readRecords } from "./plan-batches.ts";
import type { RunSummary } from "./summary.ts";
import { verifyDocument } from "./verify-document.ts";

/** What a check of a run found. */
export interface Verification {
  /** Documents and dropped duplicates for which the law holds. */
  readonly verified: number;
  readonly problems: readonly { readonly path: string; readonly record?: number; readonly problem: string }[];
}

/**
 * Reads the sources of a finished run again and proves the law on each, and that every input is in exactly one of
 * documents, dropped duplicates and failures. Both sides are in canonical order, so one pass over each is enough.
 *
 * @throws when `folder` holds no run, or one of standard input, which cannot be read again.
 */
export async function verifyRun(folder: string): Promise<Verification> {
  const summary = JSON.parse(readFileSync(join(folder, "run.json"), "utf8")) as RunSummary;
  if (summary.roots.includes("-"))
    throw new Error("the run read standard input, which cannot be read again to verify it");
  const account = new Account(folder);
  const { inputs } = await listInputs(summary.roots);
  for (const input of inputs) {
    for await (const raw of readRecords(input, summary.options.fields)) await account.settle(raw, summary);
  }
  await account.close();
  return { verified: account.verified, problems: account.problems };
}

class Account {
  verified = 0;
  readonly problems: Verification["problems"][number][] = [];
  private readonly documents: LineReader<DocumentRecord>;
  private readonly ledger: LineReader<LedgerLine>;
  private readonly failures: LineReader<Failure>;

  constructor(folder: string) {
    this.documents = new LineReader(join(folder, "documents.jsonl"), documentSchema);
    this.ledger = new LineReader(join(folder, "ledger.jsonl"), ledgerSchema);
    this.failures = new LineReader(join(folder, "failures.jsonl"), failureSchema);
  }

  async settle(raw: RawRecord | Failure, { options }: RunSummary): Promise<void> {
    if (await this.isFailure(raw)) return;
    if ("reason" in raw) return this.report(raw, `cannot be read now: ${raw.message}`);
    const record = await this.documents.takeIf(({ source }) => isSame(source, raw));
    let lines = await this.ledgerOf(record?.id ?? raw.id ?? identify(raw));
    // A dropped document whose own id was taken stands in the ledger under its other one.
    if (!record && lines.length === 0) lines = await this.ledgerOf(identify(raw));
    if (!record && !lines.some((line) => line.keptInstead)) return this.report(raw, "is in no output of the run");
    if (record && hash("sha256", raw.content, "hex") !== record.source.sha256)
      return this.report(raw, "has changed since the run");
    const problems = verifyDocument(openVisible(raw, options), record, lines);
    for (const problem of problems) this.report(raw, problem);
    if (problems.length === 0) this.verified++;
  }

  async close(): Promise<void> {
    const left = { document: this.documents, "ledger line": this.ledger };
    for (const [name, reader] of Object.entries(left)) {
      if (await reader.peek()) this.problems.push({ path: "", problem: `a ${name} of the run belongs to no input` });
      await reader.close();
    }
    await this.failures.close();
  }

  /** Failures of the listing have no input to meet and are passed over. */
  private async isFailure(raw: Pick<RawRecord, "path" | "record">): Promise<boolean> {
    while (await this.failures.takeIf((failure) => isBefore(failure, raw)));
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

  private report({ path, record }: Pick<RawRecord, "path" | "record">, problem: string): void {
    this.problems.push({ path, ...(record !== undefined && { record }), problem });
  }
}

type Place = Pick<RawRecord, "path" | "record">;

const isSame = (a: Place, b: Place): boolean => a.path === b.path && a.record === b.record;

const isBefore = (a: Place, b: Place): boolean =>
  a.path < b.path || (a.path === b.path && (a.record ?? 0) < (b.record ?? 0));

/** Lines of a JSONL file, one ahead. */
class LineReader<Line> {
  private readonly file: string;
  private readonly schema: ZodType;
  private readonly lines: AsyncIterator<string>;
  private next: Line | undefined;

  constructor(file: string, schema: ZodType) {
    this.file = file;
    this.schema = schema;
    this.lines = readLines(file);
  }

  async peek(): Promise<Line | undefined> {
    if (this.next !== undefined) return this.next;
    const { value, done } = await this.lines.next();
    if (!done) this.next = this.parse(value);
    return this.next;
  }

  private parse(line: string): Line {
    const parsed = this.schema.safeParse(JSON.parse(line));
    if (!parsed.success)
      throw new Error(`${basename(this.file)} holds a line that breaks its schema: ${z.prettifyError(parsed.error)}`);
    return parsed.data as Line;
  }

  async takeIf(wanted: (line: Line) => boolean): Promise<Line | undefined> {
    const line = await this.peek();
    if (line === undefined || !wanted(line)) return undefined;
    this.next = undefined;
    return line;
  }

  async close(): Promise<void> {
    await this.lines.return?.();
  }
}

/** Not Node's own line reader, which also breaks lines at U+2028, as it may stand in a JSON string. */
async function* readLines(file: string): AsyncGenerator<string> {
  for await (const part of splitJsonLines(createReadStream(file), file)) {
    if ("failure" in part) throw new Error(part.failure.message);
    yield* Buffer.from(part.bytes.buffer).toString("utf8").split("\n").filter(Boolean);
  }
}
