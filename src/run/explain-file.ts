import { statSync } from "node:fs";
import type { CleanOptions } from "../clean-options.ts";
import type { Cleaned } from "../core/cleaned.ts";
import type { Failure } from "../core/failure.ts";
import type { Rule } from "../core/rule.ts";
import type { RawRecord } from "../core/source.ts";
import { UsageError } from "../core/usage-error.ts";
import { allRules, documentStages, runStages } from "../pipeline.ts";
import type { FieldOptions } from "../sources/json-record.ts";
import { listInputs } from "../sources/list-inputs.ts";
import { openRecord } from "./clean-record.ts";
import { type ExplainedBlock, explainDocument } from "./explain-document.ts";
import { readRecords } from "./plan-batches.ts";

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
  fields: FieldOptions,
  given: CleanOptions = {},
): Promise<FileExplanation> {
  const { document, options } = readable(openRecord(readable(await findRecord(file, record, fields)), given));
  const cleaned = runStages(document, documentStages, options);
  const ids = new Set(cleaned.ledger.map((entry) => entry.rule));
  const rules = [...ids].map((id) => allRules.find((rule) => rule.id === id)!);
  return { blocks: explainDocument(document, cleaned), cleaned, rules };
}

async function findRecord(
  file: string,
  record: number | undefined,
  fields: FieldOptions,
): Promise<RawRecord | Failure> {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`${file} is a folder; explain shows one file of it`);
  const { inputs, failures } = await listInputs([file]);
  if (!inputs[0]) return failures[0]!;
  for await (const raw of readRecords(inputs[0], fields)) if (record === undefined || raw.record === record) return raw;
  throw new UsageError(`${file} has no record ${record ?? 1}`);
}

function readable<Found extends object>(found: Found | Failure): Found {
  if ("reason" in found) throw new Error(`${found.message} ${found.advice}`);
  return found as Found;
}
