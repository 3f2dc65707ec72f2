import type { CleanOptions } from "./clean-options.ts";
import type { Failure } from "./core/failure.ts";
import { type DocumentRecord, type LedgerLine, toRecord } from "./core/record.ts";
import type { RawRecord } from "./core/source.ts";
import { failureOf, identify, openRecord, originOf } from "./open-record.ts";
import { documentStages, runStages } from "./pipeline.ts";

/** What became of a record: a document with the ledger of what went, or why there is none. */
export type CleanResult =
  | { readonly document: DocumentRecord; readonly ledger: readonly LedgerLine[]; readonly failure?: never }
  | { readonly document?: never; readonly ledger?: never; readonly failure: Failure };

/** Records as {@link read} gives them, or as one makes them oneself; failures pass through. */
export type RecordSource = AsyncIterable<RawRecord | Failure> | Iterable<RawRecord | Failure>;

/**
 * Cleans records one by one, in their order, on the calling thread: as many results come out as records go in, and never an
 * exception for one of them. A record is taken when its result is asked for, so a slow consumer slows the source, and
 * memory does not grow with the length of the stream. What needs to see all documents at once, duplicates and furniture
 * learned from a source, is the work of `dehusk clean`, or of {@link dedupe} for those that fit into memory.
 */
export async function* clean(records: RecordSource, options: CleanOptions = {}): AsyncGenerator<CleanResult> {
  for await (const record of records) yield cleanRecord(record, options);
}

/** The same as a part of a Web stream: `ReadableStream.from(read("scrapes/")).pipeThrough(cleanStream())`. */
export function cleanStream(options: CleanOptions = {}): TransformStream<RawRecord | Failure, CleanResult> {
  return new TransformStream({
    transform: (record, controller) => controller.enqueue(cleanRecord(record, options)),
  });
}

function cleanRecord(raw: RawRecord | Failure, options: CleanOptions): CleanResult {
  if ("reason" in raw) return { failure: raw };
  try {
    const opened = openRecord(raw, options);
    if ("reason" in opened) return { failure: opened };
    const cleaned = runStages(opened.document, documentStages, opened.options);
    const document = toRecord(cleaned, raw.id ?? identify(raw), originOf(raw, opened.charset, cleaned.url));
    return { document, ledger: cleaned.ledger.map((entry) => ({ document: document.id, ...entry })) };
  } catch (error) {
    return { failure: failureOf(raw, error) };
  }
}
