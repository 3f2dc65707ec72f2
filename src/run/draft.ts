import type { Cleaned } from "../core/cleaned.ts";
import { type BlockRest, blockRests, type DocumentRecord, fromRecord, type LedgerLine } from "../core/record.ts";

/** A document that waits for the corpus stages: its output lines as they will be if nothing of it is a duplicate. */
export interface Draft<Lines = Buffer> {
  /** The record's line. */
  readonly record: Lines;
  /** The ledger's lines. */
  readonly ledger: Lines;
  /** JSON of the rests of its blocks, by index; needed only when a block is dropped later. */
  readonly rests: Lines;
}

/** Writes a draft. */
export function encodeDraft(record: DocumentRecord, cleaned: Cleaned): Draft<string> {
  return {
    record: `${JSON.stringify(record)}\n`,
    ledger: encodeLedger(record.id, cleaned),
    rests: encodeRests(cleaned),
  };
}

/** A document's lines of ledger.jsonl. */
export function encodeLedger(document: string, { ledger }: Pick<Cleaned, "ledger">): string {
  let lines = "";
  for (const entry of ledger) lines += `${JSON.stringify({ document, ...entry })}\n`;
  return lines;
}

function encodeRests(cleaned: Cleaned): string {
  const rests = blockRests(cleaned);
  return Object.keys(rests).length === 0 ? "" : JSON.stringify(rests);
}

/** Reads a draft back, to drop something of it. */
export function decodeDraft(draft: Draft): { record: DocumentRecord; cleaned: Cleaned } {
  const record = JSON.parse(draft.record.toString()) as DocumentRecord;
  const lines = draft.ledger.toString().split("\n").filter(Boolean);
  const rests = draft.rests.length === 0 ? {} : JSON.parse(draft.rests.toString());
  const ledger = lines.map((line) => JSON.parse(line) as LedgerLine);
  return { record, cleaned: fromRecord(record, ledger, rests as Record<number, BlockRest>) };
}
