import type { Fact } from "../core/corpus-stage.ts";
import type { Failure } from "../core/failure.ts";
import { toRecord } from "../core/record.ts";
import type { Input, RawRecord } from "../core/source.ts";
import { packFacts } from "../dedupe/fact-codec.ts";
import { corpusStages } from "../pipeline.ts";
import { readJsonLines } from "../sources/jsonl.ts";
import { readInput } from "../sources/read-records.ts";
import { type CleanedRecord, cleanRecord } from "./clean-record.ts";
import { encodeDraft } from "./draft.ts";
import type { RecordOptions } from "./record-options.ts";
import { countRecord, emptyTally, type Tally } from "./tally.ts";

/** A piece of work for one worker: a file that it reads itself, or whole lines of a JSONL stream. */
export interface BatchItem {
  /** Place of the input in canonical order. */
  readonly order: number;
  readonly input: Input;
  readonly lines?: { readonly bytes: Uint8Array<ArrayBuffer>; readonly firstRecord: number };
}

/** Where one document's draft lies in a batch's bytes. */
export interface DraftIndex {
  readonly order: number;
  readonly record?: number;
  readonly id: string;
  /** Bytes of the record's line, the ledger's lines, and the originals. */
  readonly lengths: readonly [record: number, ledger: number, originals: number];
}

/** What comes back: bytes rather than objects, since objects are copied one by one between threads. */
export interface BatchResult {
  readonly drafts: readonly DraftIndex[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Packed facts of each corpus stage; their document numbers are indices in `drafts`. */
  readonly facts: readonly Uint32Array<ArrayBuffer>[];
  readonly failures: readonly { readonly order: number; readonly failure: Failure }[];
  readonly tally: Tally;
}

/** Cleans a batch. Pure but for reading the batch's own files; never throws for what is wrong with an input. */
export function cleanBatch(items: readonly BatchItem[], options: RecordOptions): BatchResult {
  const drafts: DraftIndex[] = [];
  const parts: Buffer[] = [];
  const facts: Fact[][] = corpusStages.map(() => []);
  const failures: BatchResult["failures"][number][] = [];
  const tally = emptyTally();
  for (const { order, ...item } of items) {
    for (const raw of readItem(item, options)) {
      const result = "reason" in raw ? raw : cleanRecord(raw, options);
      if ("reason" in result) {
        failures.push({ order, failure: result });
        continue;
      }
      if (options.dedupe) collectFacts(result, drafts.length, facts);
      const { id, origin, cleaned } = result;
      const document = toRecord(cleaned, id, origin);
      countRecord(tally, document);
      const draft = encodeDraft(document, cleaned);
      parts.push(draft.bytes);
      drafts.push({ order, ...(raw.record !== undefined && { record: raw.record }), id, lengths: draft.lengths });
    }
  }
  return { drafts, bytes: concat(parts), facts: facts.map(packFacts), failures, tally };
}

function readItem({ input, lines }: Omit<BatchItem, "order">, options: RecordOptions): Iterable<RawRecord | Failure> {
  if (!lines) return readInput(input, options.fields);
  return readJsonLines(lines.bytes, input.path, lines.firstRecord, options.fields);
}

function collectFacts({ cleaned }: CleanedRecord, document: number, facts: readonly Fact[][]): void {
  for (const [i, stage] of corpusStages.entries())
    for (const fact of stage.facts(cleaned)) facts[i]!.push({ ...fact, document });
}

/** In memory of its own: Node's small buffers share a pool, which cannot be transferred. */
function concat(parts: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const part of parts) length += part.length;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
