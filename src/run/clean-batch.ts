import type { Fact } from "../core/corpus-stage.ts";
import type { Failure } from "../core/failure.ts";
import { type DocumentRecord, toRecord } from "../core/record.ts";
import type { Found, Input, RawRecord, Skipped, SkipReason } from "../core/source.ts";
import { packFacts } from "../dedupe/fact-codec.ts";
import { sourceName } from "../learn/source-name.ts";
import { failureOf, identify, openRecord, originOf } from "../open-record.ts";
import { corpusStagesOf, documentStages, runStages } from "../pipeline.ts";
import { maxTextBytes } from "../sources/max-text-bytes.ts";
import type { Parcel } from "../sources/parcel.ts";
import { openParcel, readInput } from "../sources/read-records.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { type Draft, encodeDraft } from "./draft.ts";
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
}

/** One document's draft; a batch's drafts lie one behind the other. */
export interface DraftIndex {
  readonly order: number;
  /** Number of the member in an archive. */
  readonly part?: number;
  readonly record?: number;
  /** Of a member of an archive; others have that of their input. */
  readonly path?: string;
  readonly id: string;
  /** Bytes of the record's line, the ledger's lines, and the rests. */
  readonly lengths: readonly [record: number, ledger: number, rests: number];
}

/** A failure and where it stands in canonical order, which its path alone does not say of a member. */
export interface FoundFailure {
  readonly order: number;
  readonly part?: number;
  readonly failure: Failure;
}

/** What is known of a batch beside its drafts. */
export interface CleanBatch {
  readonly drafts: readonly DraftIndex[];
  /** Bytes of the packed facts of each corpus stage, behind the drafts; their document numbers are indices in `drafts`. */
  readonly factLengths: readonly number[];
  readonly failures: readonly FoundFailure[];
  readonly skipped: readonly { readonly order: number; readonly reason: SkipReason }[];
  readonly tally: Tally;
}

/** A document that its own stages are done with. */
interface Drafted {
  readonly document: DocumentRecord;
  readonly draft: Draft<string>;
  /** What each corpus stage has to know of it. */
  readonly facts: readonly (readonly Omit<Fact, "document">[])[];
}

/** Cleans a batch and writes its drafts and facts to `output`. It reads the batch's own files, and never throws for an input. */
export function cleanBatch(items: readonly BatchItem[], options: RecordOptions, output: ByteWriter): CleanBatch {
  const drafts: DraftIndex[] = [];
  const facts: Fact[][] = corpusStagesOf(options).map(() => []);
  const failures: CleanBatch["failures"][number][] = [];
  const skipped: CleanBatch["skipped"][number][] = [];
  const tally = emptyTally();
  for (const item of items) {
    const { order, input, parcel } = item;
    const place = { order, ...(parcel && parcel.part > 0 && { part: parcel.part }) };
    for (const result of cleanItem(item, options)) {
      if ("reason" in result) {
        failures.push({ ...place, failure: result });
        continue;
      }
      if ("skipped" in result) {
        skipped.push({ order, reason: result.skipped });
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
        ...(source.path !== input.path && { path: source.path }),
      };
      drafts.push({ ...place, ...name, id, lengths });
    }
  }
  return { drafts, factLengths: facts.map((list) => output.writeValues(packFacts(list))), failures, skipped, tally };
}

function* cleanItem(item: BatchItem, options: RecordOptions): Generator<Drafted | Failure | Skipped> {
  try {
    for (const raw of readItem(item, options)) yield "content" in raw ? draftRecord(raw, options) : raw;
  } catch (error) {
    // Thrown while reading, as when there is no memory left for a file.
    yield failureOf(item.parcel ?? item.input, error);
  }
}

function readItem({ input, parcel, end }: BatchItem, options: RecordOptions): Iterable<Found> {
  if (end) return [];
  return parcel ? openParcel(parcel, options) : readInput(input, options);
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
