import { ByteWriter } from "./byte-writer.ts";
import { type BatchItem, type CleanBatch, cleanBatch } from "./clean-batch.ts";
import type { RecordOptions } from "./record-options.ts";
import type { Spool } from "./spool.ts";

/** What a thread hands over: where in the spool the drafts and then the facts lie, one behind the other, and the rest. */
export interface BatchResult extends CleanBatch {
  /** In bytes. */
  readonly offset: number;
}

/** Cleans batches on one thread. Drafts and facts go to the spool as they are made, so that they pass through no other. */
export class BatchCleaner {
  private readonly waiting = new ByteWriter();
  private readonly options: RecordOptions;
  private readonly spool: Spool;

  constructor(options: RecordOptions, spool: Spool) {
    this.options = options;
    this.spool = spool;
  }

  /** Throws only what is wrong with the spool. */
  run(items: readonly BatchItem[]): BatchResult {
    this.waiting.clear();
    const cleaned = cleanBatch(items, this.options, this.waiting);
    return { ...cleaned, offset: this.spool.append(this.waiting.bytes) };
  }
}
