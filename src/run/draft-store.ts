import type { Failure } from "../core/failure.ts";
import type { FactSource } from "../dedupe/fact-source.ts";
import type { StoredItem } from "./batch-cleaner.ts";
import type { DraftIndex } from "./clean-item.ts";
import type { Draft } from "./draft.ts";
import { FactBatches, type StoredFacts } from "./fact-batches.ts";
import type { Spool } from "./spool.ts";
import { addTally, emptyTally, type Tally } from "./tally.ts";

/** Where a document or a failure stands in canonical order beside its record, which the path alone does not say of a member. */
export interface Standing {
  /** Place of its input. */
  readonly order: number;
  /** Number of the member in an archive. */
  readonly part?: number;
}

export interface FoundFailure extends Standing {
  readonly failure: Failure;
}

/** A draft and where it waits. */
export interface StoredDraft extends DraftIndex, Standing {
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
  /** Records that were read, and failures to read one, whatever became of them. */
  records = 0;
  /** Those of them whose answer was known from an earlier run. */
  recalled = 0;
  private readonly facts: StoredFacts[] = [];
  private readonly answered = new Set<number>();
  private readonly spool: Spool;

  constructor(spool: Spool) {
    this.spool = spool;
  }

  add({ order, part, drafts, factLengths, failures, skipped, records, tally, ...result }: StoredItem): void {
    const standing: Standing = { order, ...(part !== undefined && { part }) };
    const first = this.drafts.length;
    let { offset } = result;
    for (const draft of drafts) {
      this.drafts.push({ ...draft, ...standing, offset });
      for (const length of draft.lengths) offset += length;
    }
    if (drafts.length > 0) this.facts.push({ first, offset, lengths: factLengths });
    for (const failure of failures) this.failures.push({ ...standing, failure });
    for (const reason of skipped) this.skipped[reason] = (this.skipped[reason] ?? 0) + 1;
    if (drafts.length + failures.length + skipped.length > 0) this.answered.add(order);
    this.records += records;
    addTally(this.tally, tally);
  }

  /** What an earlier run has made of an item. */
  addRecalled(item: StoredItem): void {
    this.recalled += item.records;
    this.add(item);
  }

  /** A failure that no worker found. */
  addFailure(found: FoundFailure): void {
    this.records++;
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
