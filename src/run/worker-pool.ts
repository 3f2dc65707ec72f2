import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { BatchCleaner, type StoredItem } from "./batch-cleaner.ts";
import type { BatchItem } from "./clean-item.ts";
import { Heartbeat, StuckWatch } from "./heartbeat.ts";
import { DocumentTimeout, lostItem, splitItem } from "./lost-item.ts";
import type { RecordOptions } from "./record-options.ts";
import type { SharedSpool, Spool } from "./spool.ts";

/** What a thread is started with. */
export interface WorkerData {
  readonly options: RecordOptions;
  readonly spool: SharedSpool;
  readonly heart: Heartbeat["shared"];
}

/** What a thread may take. */
export interface WorkerLimits {
  /** Milliseconds that one document may take; with it even a single worker is a thread, which can be ended. */
  readonly documentTime?: number;
  /** Megabytes of a thread's heap. */
  readonly heap?: number;
}

type Results = readonly StoredItem[];

interface Job {
  readonly items: readonly BatchItem[];
  readonly resolve: (results: Results) => void;
  readonly reject: (error: unknown) => void;
}

/** A place for a worker thread, which is started when it is needed and again when it has died, and what it was sent. */
interface Seat {
  worker: Worker | undefined;
  readonly jobs: Job[];
  readonly heart: Heartbeat;
  readonly watch: StuckWatch;
  /** Why its thread is about to end. */
  cause: unknown;
}

/** Cleans batches on worker threads; with one worker and no limits, on this thread, which saves the start of a thread. */
export class WorkerPool {
  private readonly seats: Seat[] = [];
  private readonly data: Omit<WorkerData, "heart">;
  private readonly limits: WorkerLimits;
  private readonly own: BatchCleaner;
  private readonly timer: NodeJS.Timeout | undefined;
  private closing = false;

  constructor(count: number, options: RecordOptions, spool: Spool, limits: WorkerLimits = {}) {
    this.data = { options, spool: spool.shared };
    this.own = new BatchCleaner(options, spool, new Heartbeat());
    this.limits = limits;
    const { documentTime, heap } = limits;
    const threads = count > 1 || documentTime !== undefined || heap !== undefined ? count : 0;
    for (let i = 0; i < threads; i++) this.seats.push(emptySeat());
    if (documentTime === undefined) return;
    this.timer = setInterval(() => this.endStuck(documentTime), Math.min(1000, documentTime / 4));
    this.timer.unref();
  }

  /**
   * The results of a batch: one an item, or one a record where the batch ended its worker and was tried again in pieces.
   * Rejects only when the system gives no more threads, or no more room for the spool.
   */
  async run(items: readonly BatchItem[]): Promise<Results> {
    if (this.seats.length === 0) return this.own.run(items);
    const seat = this.seats.reduce((a, b) => (b.jobs.length < a.jobs.length ? b : a));
    return new Promise((resolve, reject) => this.send(seat, { items, resolve, reject }));
  }

  async close(): Promise<void> {
    this.closing = true;
    clearInterval(this.timer);
    await Promise.all(this.seats.map(({ worker }) => worker?.terminate()));
  }

  private send(seat: Seat, job: Job): void {
    seat.jobs.push(job);
    seat.worker ??= this.start(seat);
    // Copied rather than transferred: the bytes are needed again should the worker die of them.
    seat.worker.postMessage(job.items);
  }

  private start(seat: Seat): Worker {
    const { heap } = this.limits;
    const worker = new Worker(new URL(`./worker${extname(import.meta.url)}`, import.meta.url), {
      workerData: { ...this.data, heart: seat.heart.shared } satisfies WorkerData,
      ...(heap !== undefined && { resourceLimits: { maxOldGenerationSizeMb: heap } }),
    });
    seat.cause = undefined;
    worker.on("message", (results: Results) => seat.jobs.shift()?.resolve(results));
    worker.on("error", (error) => {
      seat.cause = error;
    });
    worker.on("exit", () => {
      if (!this.closing) this.replace(seat);
    });
    return worker;
  }

  private endStuck(limit: number): void {
    for (const seat of this.seats) {
      if (seat.cause !== undefined || !seat.watch.isStuck(limit, performance.now())) continue;
      seat.cause = new DocumentTimeout(limit);
      void seat.worker?.terminate();
    }
  }

  /** The job at hand is what the thread died of; the jobs behind it only waited, and a new thread takes them. */
  private replace(seat: Seat): void {
    const { heart, cause = "its thread ended" } = seat;
    const suspect = heart.item;
    heart.rest();
    seat.worker = undefined;
    const [culprit, ...others] = seat.jobs.splice(0);
    for (const job of others) this.send(seat, job);
    if (culprit) this.retry(culprit.items, suspect, cause).then(culprit.resolve, culprit.reject);
  }

  /** Tries a batch again: alone what the thread was at, record by record, and then the others together. */
  private async retry(items: readonly BatchItem[], suspect: number, cause: unknown): Promise<Results> {
    // No thread to begin with, or no room in the spool, the only file a thread writes: nothing is wrong with the batch.
    const { code, syscall } = cause as NodeJS.ErrnoException;
    if (code === "ERR_WORKER_INIT_FAILED" || syscall === "write") throw cause;
    // Where the thread died between two batches, each item is tried alone.
    const [tried, others] = items[suspect] ? [[items[suspect]], items.toSpliced(suspect, 1)] : [items, []];
    const pieces = tried.flatMap(splitItem);
    const results: StoredItem[] = [];
    // What took too long would do so again; what died may have died of what came before it.
    if (pieces.length === 1 && (items.length === 1 || cause instanceof DocumentTimeout))
      results.push(lostItem(pieces[0]!, cause));
    else for (const piece of pieces) results.push(...(await this.run([piece])));
    if (others.length > 0) results.push(...(await this.run(others)));
    return results;
  }
}

function emptySeat(): Seat {
  const heart = new Heartbeat();
  return { worker: undefined, jobs: [], heart, watch: new StuckWatch(heart), cause: undefined };
}
