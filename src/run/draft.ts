import type { Cleaned } from "../core/cleaned.ts";
import { type DocumentRecord, fromRecord, type LedgerLine } from "../core/record.ts";

/** A document that waits for the corpus stages: its output lines as they will be if nothing of it is a duplicate. */
export interface Draft {
  readonly bytes: Buffer;
  /** Bytes of the record's line, the ledger's lines, and the originals. */
  readonly lengths: readonly [record: number, ledger: number, originals: number];
}

/** Writes a draft. The originals of edited blocks are needed only when a block is dropped later. */
export function encodeDraft(record: DocumentRecord, cleaned: Cleaned): Draft {
  const line = Buffer.from(`${JSON.stringify(record)}\n`);
  const ledger = encodeLedger(record.id, cleaned);
  const originals = encodeOriginals(cleaned);
  return { bytes: Buffer.concat([line, ledger, originals]), lengths: [line.length, ledger.length, originals.length] };
}

/** A document's lines of ledger.jsonl. */
export function encodeLedger(document: string, { ledger }: Pick<Cleaned, "ledger">): Buffer {
  let lines = "";
  for (const entry of ledger) lines += `${JSON.stringify({ document, ...entry })}\n`;
  return Buffer.from(lines);
}

function encodeOriginals({ blocks }: Cleaned): Buffer {
  const originals: Record<number, string> = {};
  for (const [i, block] of blocks.entries()) if (block.original !== undefined) originals[i] = block.original;
  return Buffer.from(Object.keys(originals).length === 0 ? "" : JSON.stringify(originals));
}

/** Reads a draft back, to drop something of it. */
export function decodeDraft({ bytes, lengths: [record, ledger, originals] }: Draft): {
  record: DocumentRecord;
  cleaned: Cleaned;
} {
  const parsed = JSON.parse(bytes.toString("utf8", 0, record)) as DocumentRecord;
  const lines = bytes
    .toString("utf8", record, record + ledger)
    .split("\n")
    .filter(Boolean);
  const kept = originals === 0 ? {} : (JSON.parse(bytes.toString("utf8", record + ledger)) as Record<number, string>);
  return {
    record: parsed,
    cleaned: fromRecord(
      parsed,
      lines.map((line) => JSON.parse(line) as LedgerLine),
      kept,
    ),
  };
}
