import type { Failure } from "../core/failure.ts";
import type { BatchResult } from "./batch-cleaner.ts";
import type { DraftIndex } from "./clean-batch.ts";
import type { Draft } from "./draft.ts";
import type { FactBatch } from "./settle-corpus.ts";
import type { Spool } from "./spool.ts";
import { addTally, emptyTally, type Tally } from "./tally.ts";

/** A draft and where it waits. */
export interface StoredDraft extends DraftIndex {
  /** Offset in the spool, in bytes. */
  readonly offset: number;
}

/** What has come back from the workers, in order of arrival: drafts on disk, the rest in memory. */
export class DraftStore {
  readonly drafts: StoredDraft[] = [];
  readonly facts: FactBatch[] = [];
  readonly failures: Failure[] = [];
  readonly tally: Tally = emptyTally();
  private readonly answered = new Set<number>();
  private readonly spool: Spool;

  constructor(spool: Spool) {
    this.spool = spool;
  }

  add(result: BatchResult): void {
    this.facts.push({ first: this.drafts.length, packed: result.facts });
    let { offset } = result;
    for (const draft of result.drafts) {
      this.drafts.push({ ...draft, offset });
      this.answered.add(draft.order);
      for (const length of draft.lengths) offset += length;
    }
    for (const { order, failure } of result.failures) this.addFailure(order, failure);
    addTally(this.tally, result.tally);
  }

  addFailure(order: number, failure: Failure): void {
    this.answered.add(order);
    this.failures.push(failure);
  }

  /** Whether an input gave a draft or a failure. */
  hasAnswer(order: number): boolean {
    return this.answered.has(order);
  }

  read({ offset, lengths: [record, ledger, rests] }: StoredDraft): Draft {
    const bytes = this.spool.read(offset, record + ledger + rests);
    return {
      record: bytes.subarray(0, record),
      ledger: bytes.subarray(record, record + ledger),
      rests: bytes.subarray(record + ledger),
    };
  }
}
