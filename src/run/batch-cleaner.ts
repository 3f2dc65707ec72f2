import { ByteWriter } from "./byte-writer.ts";
import { type BatchItem, cleanItem, type ItemResult } from "./clean-item.ts";
import type { Heartbeat } from "./heartbeat.ts";
import type { RecordOptions } from "./record-options.ts";
import type { Spool } from "./spool.ts";

/** An item's result and where in the spool its drafts and then its facts lie, one behind the other. */
export interface StoredItem extends ItemResult {
  /** In bytes. */
  readonly offset: number;
}

/** Cleans batches on one thread. Drafts and facts go to the spool as they are made, so that they pass through no other. */
export class BatchCleaner {
  private readonly waiting = new ByteWriter();
  private readonly options: RecordOptions;
  private readonly spool: Spool;
  private readonly heart: Heartbeat;

  constructor(options: RecordOptions, spool: Spool, heart: Heartbeat) {
    this.options = options;
    this.spool = spool;
    this.heart = heart;
  }

  /** One result an item, in their order. Throws only what is wrong with the spool. */
  run(items: readonly BatchItem[]): StoredItem[] {
    const { waiting, options, heart } = this;
    waiting.clear();
    const results = items.map((item, i) => {
      heart.beat(i);
      const start = waiting.bytes.length;
      return { start, result: cleanItem(item, options, waiting, () => heart.beat(i)) };
    });
    heart.rest();
    const offset = this.spool.append(waiting.bytes);
    return results.map(({ start, result }) => ({ ...result, offset: offset + start }));
  }
}
