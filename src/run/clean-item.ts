import type { Fact } from "../core/corpus-stage.ts";
import type { Failure } from "../core/failure.ts";
import { type DocumentRecord, toRecord } from "../core/record.ts";
import type { Found, Input, RawRecord, Skipped, SkipReason } from "../core/source.ts";
import { packFacts } from "../dedupe/fact-codec.ts";
import { sourceName } from "../learn/source-name.ts";
import { failureOf, identify, openRecord, originOf } from "../open-record.ts";
import { corpusStagesOf, documentStages, runStages } from "../pipeline.ts";
import { type FileAccess, nodeFiles } from "../sources/file-access.ts";
import { maxTextBytes } from "../sources/max-text-bytes.ts";
import type { Parcel } from "../sources/parcel.ts";
import { openParcel, readInput } from "../sources/read-records.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { type Draft, encodeDraft } from "./draft.ts";
import { type FileCheck, WatchedFile } from "./journal/file-check.ts";
import type { RecordOptions } from "./record-options.ts";
import { countRecord, emptyTally, type Tally } from "./tally.ts";

/** A piece of work for one worker: a file that it reads itself, or a parcel of what holds many records. */
export interface BatchItem {
  /** Place of the input in canonical order. */
  readonly order: number;
  readonly input: Input;
  readonly parcel?: Parcel;
  /** Bytes of the input that were read for this parcel. */
  readonly read?: number;
  /** Stands behind the last parcel of its input, and holds nothing itself. */
  readonly end?: true;
  /** The name under which the result is kept, where it is. */
  readonly unit?: string;
}

/** One document's draft; an item's drafts lie one behind the other. */
export interface DraftIndex {
  readonly record?: number;
  /** Of a member of an archive; others have that of their input. */
  readonly path?: string;
  readonly id: string;
  /** Bytes of the record's line, the ledger's lines, and the rests. */
  readonly lengths: readonly [record: number, ledger: number, rests: number];
}

/** What is known of an item beside its drafts. */
export interface ItemResult {
  readonly order: number;
  /** Number of the member in an archive. */
  readonly part?: number;
  readonly drafts: readonly DraftIndex[];
  /** Bytes of the packed facts of each corpus stage, behind the drafts; their document numbers are indices in `drafts`. */
  readonly factLengths: readonly number[];
  readonly failures: readonly Failure[];
  /** Why records that are no document were skipped. */
  readonly skipped: readonly SkipReason[];
  /** Records that were read, and failures to read one; counted before anything is done with them. */
  readonly records: number;
  readonly tally: Tally;
  /** Of the item; a file has a check as well, where it could be read. */
  readonly unit?: string;
  readonly check?: FileCheck;
}

/** A document that its own stages are done with. */
interface Drafted {
  readonly document: DocumentRecord;
  readonly draft: Draft<string>;
  /** What each corpus stage has to know of it. */
  readonly facts: readonly (readonly Omit<Fact, "document">[])[];
}

/**
 * Cleans an item and writes its drafts and facts to `output`; calls `begin` for every document. It reads the item's own
 * file, and never throws for an input.
 */
export function cleanItem(item: BatchItem, options: RecordOptions, output: ByteWriter, begin: () => void): ItemResult {
  const drafts: DraftIndex[] = [];
  const facts: Fact[][] = corpusStagesOf(options).map(() => []);
  const failures: Failure[] = [];
  const skipped: SkipReason[] = [];
  const tally = emptyTally();
  let records = 0;
  const count = (): void => {
    records++;
    begin();
  };
  // Nothing has to be known again of what is not kept.
  const watched = item.unit === undefined ? undefined : new WatchedFile(item.input.file);
  for (const result of draftRecords(item, options, watched ?? nodeFiles, count)) {
    if ("reason" in result) {
      failures.push(result);
      continue;
    }
    if ("skipped" in result) {
      skipped.push(result.skipped);
      continue;
    }
    const { id, source } = result.document;
    countRecord(tally, result.document);
    for (const [i, own] of result.facts.entries())
      for (const fact of own) facts[i]!.push({ ...fact, document: drafts.length });
    const { record, ledger, rests } = result.draft;
    const lengths = [output.write(record), output.write(ledger), output.write(rests)] as const;
    const name = {
      ...(source.record !== undefined && { record: source.record }),
      ...(source.path !== item.input.path && { path: source.path }),
    };
    drafts.push({ ...name, id, lengths });
  }
  const factLengths = facts.map((list) => output.writeValues(packFacts(list)));
  const check = watched?.check;
  const kept = { ...(item.unit !== undefined && { unit: item.unit }), ...(check && { check }) };
  return { ...placeOf(item), drafts, factLengths, failures, skipped, records, tally, ...kept };
}

/** Where an item's documents and failures stand in canonical order. */
export function placeOf({ order, parcel }: BatchItem): Pick<ItemResult, "order" | "part"> {
  return { order, ...(parcel && parcel.part > 0 && { part: parcel.part }) };
}

function* draftRecords(
  item: BatchItem,
  options: RecordOptions,
  fs: FileAccess,
  count: () => void,
): Generator<Drafted | Failure | Skipped> {
  try {
    for (const raw of readItem(item, options, fs)) {
      count();
      yield "content" in raw ? draftRecord(raw, options) : raw;
    }
  } catch (error) {
    // Thrown while reading, as when there is no memory left for a file.
    count();
    yield failureOf(item.parcel ?? item.input, error);
  }
}

function readItem({ input, parcel, end }: BatchItem, options: RecordOptions, fs: FileAccess): Iterable<Found> {
  if (end) return [];
  return parcel ? openParcel(parcel, options) : readInput(input, options, fs);
}

function draftRecord(raw: RawRecord, options: RecordOptions): Drafted | Failure {
  try {
    const opened = openRecord(raw, options);
    if ("reason" in opened) return opened;
    const cleaned = runStages(opened.document, documentStages, opened.options);
    const document = toRecord(cleaned, raw.id ?? identify(raw), originOf(raw, opened.charset, cleaned.url));
    const draft = encodeDraft(document, cleaned);
    // It has to be read back, and escaped as JSON a text can be longer than it was.
    if (isTooLong(draft.record) || isTooLong(draft.ledger) || isTooLong(draft.rests))
      throw new RangeError("the lines are too long");
    const source = sourceName(cleaned.url, raw.path);
    return { document, draft, facts: corpusStagesOf(options).map((stage) => [...stage.facts(cleaned, source)]) };
  } catch (error) {
    return failureOf(raw, error);
  }
}

/** Whether a text takes more bytes in UTF-8 than can be read back; only a long one has to be counted. */
function isTooLong(text: string): boolean {
  return text.length > maxTextBytes / 3 && Buffer.byteLength(text) > maxTextBytes;
}
