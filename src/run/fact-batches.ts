import { type FactVisitor, skipDocument, visitDocument } from "../dedupe/fact-codec.ts";
import { bytesOf } from "../dedupe/scratch.ts";
import type { Spool } from "./spool.ts";

/** Where the facts of a batch wait. */
export interface StoredFacts {
  /** Arrival number of the batch's first draft. */
  readonly first: number;
  /** Offset in the spool, in bytes. */
  readonly offset: number;
  /** Bytes of each corpus stage's, one behind the other. */
  readonly lengths: readonly number[];
}

/**
 * The facts of one stage, a document at a time. A batch is read once as long as its documents are asked for one after the
 * other, as they are in canonical order; in any other order it is read again. What a visitor is shown is good until the next
 * batch.
 */
export class FactBatches {
  private readonly batches: readonly StoredFacts[];
  private readonly spool: Spool;
  private readonly stage: number;
  private batch = -1;
  private room = new Uint32Array(0);
  private packed = new Uint32Array(0);
  private at = 0;

  constructor(batches: readonly StoredFacts[], spool: Spool, stage: number) {
    this.batches = batches;
    this.spool = spool;
    this.stage = stage;
  }

  /** Visits the facts of the document with an arrival number, as those of the document at `place`. */
  visit(arrival: number, place: number, each: FactVisitor): void {
    if (!this.holds(this.batch, arrival))
      this.load(this.holds(this.batch + 1, arrival) ? this.batch + 1 : this.find(arrival));
    const document = arrival - this.batches[this.batch]!.first;
    if (this.at === this.packed.length || this.packed[this.at]! > document) this.at = 0;
    while (this.at < this.packed.length && this.packed[this.at]! < document)
      this.at = skipDocument(this.packed, this.at);
    if (this.packed[this.at] === document) this.at = visitDocument(this.packed, this.at, place, each);
  }

  private holds(batch: number, arrival: number): boolean {
    const next = this.batches[batch + 1]?.first ?? Number.POSITIVE_INFINITY;
    return batch >= 0 && batch < this.batches.length && this.batches[batch]!.first <= arrival && arrival < next;
  }

  private find(arrival: number): number {
    let low = 0;
    let high = this.batches.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.batches[middle]!.first <= arrival) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  private load(batch: number): void {
    const { offset, lengths } = this.batches[batch]!;
    const before = lengths.slice(0, this.stage).reduce((sum, length) => sum + length, 0);
    const length = (lengths[this.stage] ?? 0) / Uint32Array.BYTES_PER_ELEMENT;
    if (this.room.length < length) this.room = new Uint32Array(2 * length);
    this.packed = this.room.subarray(0, length);
    // Not read ahead: behind them lie the facts of other stages, and drafts.
    this.spool.readInto(bytesOf(this.packed), offset + before);
    this.batch = batch;
    this.at = 0;
  }
}
