import { statSync } from "node:fs";
import type { CleanOptions } from "../clean-options.ts";
import type { Cleaned } from "../core/cleaned.ts";
import type { Failure } from "../core/failure.ts";
import type { Rule } from "../core/rule.ts";
import type { RawRecord } from "../core/source.ts";
import { UsageError } from "../core/usage-error.ts";
import { openRecord } from "../open-record.ts";
import { allRules, documentStages, runStages } from "../pipeline.ts";
import { listInputs } from "../sources/list-inputs.ts";
import type { ReadOptions } from "../sources/read-options.ts";
import { readRecords } from "../sources/read-records.ts";
import { type ExplainedBlock, explainDocument } from "./explain-document.ts";

/** One document of a file with everything that cleaning does to it. */
export interface FileExplanation {
  readonly blocks: readonly ExplainedBlock[];
  readonly cleaned: Cleaned;
  /** The rules that changed something, in order of their first change. */
  readonly rules: readonly Rule[];
}

/**
 * Cleans one record of a file (the first when none is named) and lays out what happened.
 *
 * @throws when the file or the record cannot be read, or holds no text.
 */
export async function explainFile(
  file: string,
  record: number | undefined,
  reading: ReadOptions,
  given: CleanOptions = {},
): Promise<FileExplanation> {
  const { document, options } = readable(openRecord(readable(await findRecord(file, record, reading)), given));
  const cleaned = runStages(document, documentStages, options);
  const ids = new Set(cleaned.ledger.map((entry) => entry.rule));
  const rules = [...ids].map((id) => allRules.find((rule) => rule.id === id)!);
  return { blocks: explainDocument(document, cleaned), cleaned, rules };
}

async function findRecord(
  file: string,
  record: number | undefined,
  reading: ReadOptions,
): Promise<RawRecord | Failure> {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${file} is a folder; explain shows one file of it`);
  const { inputs, failures } = await listInputs([file]);
  if (!inputs[0]) return failures[0]!;
  for await (const raw of readRecords(inputs[0], reading)) {
    if (!("skipped" in raw)) {
      if (record === undefined || raw.record === record) return raw;
    } else if (raw.record === record)
      throw new UsageError(`record ${record} of ${file} is no document (${raw.skipped})`);
  }
  throw new UsageError(`${file} has no record ${record ?? 1}`);
}

function readable<Found extends object>(found: Found | Failure): Found {
  if ("reason" in found) throw new Error(`${found.message} ${found.advice}`);
  return found as Found;
}
