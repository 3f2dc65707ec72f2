import { join } from "node:path";
import { type ZodType, z } from "zod";
import type { Failure } from "../core/failure.ts";
import type { DocumentRecord, LedgerLine } from "../core/record.ts";
import { documentSchema, failureSchema, ledgerSchema } from "../core/schemas.ts";
import { UsageError } from "../core/usage-error.ts";
import { linesEnding } from "../sinks/output-names.ts";
import { LineReader } from "./line-reader.ts";
import type { RunSummary } from "./summary.ts";

/** What has to be known of a document to check it against its source. */
const NEEDED = ["id", "source", "text", "paragraphs", "format"] as const;

/** The part of a record that a check needs. */
export type CheckedRecord = Pick<DocumentRecord, (typeof NEEDED)[number]>;

/** The outputs of a finished run, to be read line by line. */
export interface RunFiles {
  readonly documents: LineReader<CheckedRecord>;
  readonly ledger: LineReader<LedgerLine>;
  readonly failures: LineReader<Failure>;
}

/**
 * Opens the outputs of a run in whatever form it wrote them.
 *
 * @throws {UsageError} when its documents were written without what a check needs.
 */
export function openRunFiles(folder: string, { output }: Pick<RunSummary, "output">): RunFiles {
  const ending = linesEnding(output ?? {});
  const filesOf = (name: string): string[] => [join(folder, `${name}${ending}`)];
  const documents = output?.names.map((name) => join(folder, name)) ?? filesOf("documents");
  return {
    documents: new LineReader("documents.jsonl", documents, recordSchema(output?.fields)),
    ledger: new LineReader("ledger.jsonl", filesOf("ledger"), ledgerSchema),
    failures: new LineReader("failures.jsonl", filesOf("failures"), failureSchema),
  };
}

/** The schema of a line; where fields were selected, only those that are needed have to be as they were. */
function recordSchema(fields: readonly string[] | undefined): ZodType {
  if (!fields) return documentSchema;
  const missing = NEEDED.filter((name) => !fields.includes(name));
  if (missing.length > 0)
    throw new UsageError(
      `the documents of this run hold only ${fields.join(",")}; to verify it, ${missing.join(", ")} must be among the --fields, under these names`,
    );
  const { shape } = documentSchema as z.ZodObject;
  const needed = Object.fromEntries(NEEDED.map((name) => [name, shape[name]!]));
  // Selected, it is null where a record has none.
  return z.looseObject({ ...needed, format: z.preprocess((value) => value ?? undefined, shape["format"]!) });
}
