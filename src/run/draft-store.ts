import type { FactSource } from "../dedupe/fact-source.ts";
import type { BatchResult } from "./batch-cleaner.ts";
import type { DraftIndex, FoundFailure } from "./clean-batch.ts";
import type { Draft } from "./draft.ts";
import { FactBatches, type StoredFacts } from "./fact-batches.ts";
import type { Spool } from "./spool.ts";
import { addTally, emptyTally, type Tally } from "./tally.ts";

/** A draft and where it waits. */
export interface StoredDraft extends DraftIndex {
  /** Offset in the spool, in bytes. */
  readonly offset: number;
}

/** What has come back from the workers, in order of arrival: drafts and facts on disk, the rest in memory. */
export class DraftStore {
  readonly drafts: StoredDraft[] = [];
  readonly failures: FoundFailure[] = [];
  /** How often what is no document was skipped, by reason. */
  readonly skipped: Record<string, number> = {};
  readonly tally: Tally = emptyTally();
  private readonly facts: StoredFacts[] = [];
  private readonly answered = new Set<number>();
  private readonly spool: Spool;

  constructor(spool: Spool) {
    this.spool = spool;
  }

  add(result: BatchResult): void {
    const first = this.drafts.length;
    let { offset } = result;
    for (const draft of result.drafts) {
      this.drafts.push({ ...draft, offset });
      this.answered.add(draft.order);
      for (const length of draft.lengths) offset += length;
    }
    this.facts.push({ first, offset, lengths: result.factLengths });
    for (const found of result.failures) this.addFailure(found);
    for (const { order, reason } of result.skipped) {
      this.answered.add(order);
      this.skipped[reason] = (this.skipped[reason] ?? 0) + 1;
    }
    addTally(this.tally, result.tally);
  }

  addFailure(found: FoundFailure): void {
    this.answered.add(found.order);
    this.failures.push(found);
  }

  /** Whether an input gave anything. */
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

  /** The facts of a stage, in canonical order: `arrivals[place]` is the arrival number of the document at a place. */
  factsOf(stage: number, arrivals: readonly number[]): FactSource {
    const size =
      this.facts.reduce((sum, { lengths }) => sum + (lengths[stage] ?? 0), 0) / Uint32Array.BYTES_PER_ELEMENT;
    const batches = new FactBatches(this.facts, this.spool, stage);
    return {
      size,
      visit(each) {
        for (const [place, arrival] of arrivals.entries()) batches.visit(arrival, place, each);
      },
    };
  }
}
