import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { firstRecord, splitParcel } from "../sources/parcel.ts";
import { BatchCleaner, type BatchResult } from "./batch-cleaner.ts";
import type { BatchItem } from "./clean-batch.ts";
import type { RecordOptions } from "./record-options.ts";
import type { SharedSpool, Spool } from "./spool.ts";
import { emptyTally } from "./tally.ts";

/** What a thread is started with. */
export interface WorkerData {
  readonly options: RecordOptions;
  readonly spool: SharedSpool;
}

type Results = readonly BatchResult[];

interface Job {
  readonly items: readonly BatchItem[];
  readonly resolve: (results: Results) => void;
  readonly reject: (error: unknown) => void;
}

/** A place for a worker thread, which is started when it is needed and again when it has died, and what it was sent. */
interface Seat {
  worker: Worker | undefined;
  readonly jobs: Job[];
}

/** Cleans batches on worker threads; with one worker, on this thread, which saves a small run the start of a thread. */
export class WorkerPool {
  private readonly seats: Seat[] = [];
  private readonly data: WorkerData;
  private readonly own: BatchCleaner;
  private closing = false;

  constructor(count: number, options: RecordOptions, spool: Spool) {
    this.data = { options, spool: spool.shared };
    this.own = new BatchCleaner(options, spool);
    for (let i = 0; i < count && count > 1; i++) this.seats.push({ worker: undefined, jobs: [] });
  }

  /**
   * The results of a batch: one, or one an item where the batch killed its worker and was tried again in pieces. Rejects
   * only when the system gives no more threads, or no more room for the spool.
   */
  async run(items: readonly BatchItem[]): Promise<Results> {
    if (this.seats.length === 0) return [this.own.run(items)];
    const seat = this.seats.reduce((a, b) => (b.jobs.length < a.jobs.length ? b : a));
    return new Promise((resolve, reject) => this.send(seat, { items, resolve, reject }));
  }

  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.seats.map(({ worker }) => worker?.terminate()));
  }

  private send(seat: Seat, job: Job): void {
    seat.jobs.push(job);
    seat.worker ??= this.start(seat);
    // Copied rather than transferred: the bytes are needed again should the worker die of them.
    seat.worker.postMessage(job.items);
  }

  private start(seat: Seat): Worker {
    const worker = new Worker(new URL(`./worker${extname(import.meta.url)}`, import.meta.url), {
      workerData: this.data,
    });
    let cause: unknown = "its thread ended";
    worker.on("message", (result: BatchResult) => seat.jobs.shift()?.resolve([result]));
    worker.on("error", (error) => {
      cause = error;
    });
    worker.on("exit", () => {
      if (!this.closing) this.replace(seat, cause);
    });
    return worker;
  }

  /** The job at hand is what the thread died of; the jobs behind it only waited, and a new thread takes them. */
  private replace(seat: Seat, cause: unknown): void {
    seat.worker = undefined;
    const [culprit, ...others] = seat.jobs.splice(0);
    for (const job of others) this.send(seat, job);
    if (culprit) this.retry(culprit.items, cause).then(culprit.resolve, culprit.reject);
  }

  private async retry(items: readonly BatchItem[], cause: unknown): Promise<Results> {
    // No thread to begin with, or no room in the spool, the only file a thread writes: nothing is wrong with the batch.
    const { code, syscall } = cause as NodeJS.ErrnoException;
    if (code === "ERR_WORKER_INIT_FAILED" || syscall === "write") throw cause;
    const pieces = items.flatMap(splitItem);
    if (pieces.length === 1) return [crashed(pieces[0]!, cause)];
    const results: BatchResult[] = [];
    for (const piece of pieces) results.push(...(await this.run([piece])));
    return results;
  }
}

/** A parcel of many records as one item a record. */
function splitItem(item: BatchItem): BatchItem[] {
  const { parcel } = item;
  return parcel ? splitParcel(parcel).map((piece) => ({ ...item, parcel: piece })) : [item];
}

function crashed({ order, input, parcel }: BatchItem, cause: unknown): BatchResult {
  const record = parcel && firstRecord(parcel);
  const failure = {
    path: parcel?.path ?? input.path,
    ...(record !== undefined && { record }),
    reason: "crashed" as const,
    message: `The worker thread that cleaned it died: ${cause instanceof Error ? cause.message : String(cause)}.`,
    advice: "Try it alone with more memory, and report it if that does not help; the rest of the run is not touched.",
  };
  const failures = [{ order, ...(parcel && { part: parcel.part }), failure }];
  return { drafts: [], offset: 0, factLengths: [], failures, skipped: [], tally: emptyTally() };
}
