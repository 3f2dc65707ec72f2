import { statSync } from "node:fs";
import { basename } from "node:path";
import type { Cleaned } from "../core/cleaned.ts";
import type { Rule } from "../core/rule.ts";
import { allRules, documentStages, openDocument, runStages } from "../pipeline.ts";
import type { FieldOptions } from "../sources/json-record.ts";
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
 * @throws when the file or the record cannot be read.
 */
export async function explainFile(
  file: string,
  record: number | undefined,
  fields: FieldOptions,
): Promise<FileExplanation> {
  const input = { path: basename(file), file, bytes: statSync(file).size };
  for await (const raw of readRecords(input, fields)) {
    if (record !== undefined && raw.record !== record) continue;
    if ("reason" in raw) throw new Error(`${raw.message} ${raw.advice}`);
    const known = {
      ...(raw.url !== undefined && { url: raw.url }),
      ...(raw.title !== undefined && { title: raw.title }),
    };
    const { document } = openDocument(raw.content, raw.mediaType, known);
    const cleaned = runStages(document, documentStages, known);
    const ids = new Set(cleaned.ledger.map((entry) => entry.rule));
    const rules = [...ids].map((id) => allRules.find((rule) => rule.id === id)!);
    return { blocks: explainDocument(document, cleaned), cleaned, rules };
  }
  throw new Error(`${input.path} has no record ${record ?? 1}`);
}
