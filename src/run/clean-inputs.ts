import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import PQueue from "p-queue";
import type { Input } from "../core/source.ts";
import { sourceFailure } from "../sources/failures.ts";
import type { BatchItem } from "./clean-item.ts";
import type { DraftStore } from "./draft-store.ts";
import type { Journal } from "./journal/journal.ts";
import { unitOf } from "./journal/unit.ts";
import { planBatches } from "./plan-batches.ts";
import { ProgressCounter } from "./progress.ts";
import type { CleanRun } from "./run-options.ts";
import type { Spool } from "./spool.ts";
import { untilAborted } from "./until-aborted.ts";
import { WorkerPool } from "./worker-pool.ts";

/** What {@link cleanInputs} needs to know of a run. */
export type InputsRun = Pick<CleanRun, "record" | "stream" | "workers" | "limits" | "onProgress" | "signal">;

/**
 * Runs every input through its own stages: the drafts wait in the spool, the rest in the store. Where the signal says to
 * stop, it throws the signal's reason when what was begun is finished.
 */
export async function cleanInputs(
  run: InputsRun,
  inputs: readonly Input[],
  spool: Spool,
  store: DraftStore,
  journal?: Journal,
): Promise<void> {
  const workers = run.workers ?? workersFor(inputs, run.stream !== undefined);
  const pool = new WorkerPool(workers, run.record, spool, run.limits);
  // Reading ahead is bounded: two batches a worker, one at hand and one that waits.
  const queue = new PQueue({ concurrency: 2 * workers });
  const progress = new ProgressCounter(inputs, run.onProgress);
  const broken: unknown[] = [];
  const { signal } = run;
  try {
    const batches = planBatches(inputs, run.record, run.stream);
    for await (const items of untilAborted(batches, signal)) {
      if (broken.length > 0) break;
      const left = journal ? recallItems(journal, items, store) : items;
      // Where all is known nothing else waits, and a signal is to be heard.
      if (left.length === 0) await setImmediate();
      else await queue.onSizeLessThan(1);
      const task = async (): Promise<void> => {
        const results = left.length > 0 ? await pool.run(left) : [];
        for (const result of results) {
          store.add(result);
          journal?.add(result);
        }
        await journal?.checkpoint();
        progress.add(items);
      };
      void queue.add(task).catch((error: unknown) => broken.push(error));
    }
    await queue.onIdle();
  } finally {
    await pool.close();
  }
  if (broken.length > 0) throw broken[0];
  signal?.throwIfAborted();
  for (const [order, input] of inputs.entries())
    if (!store.hasAnswer(order)) store.addFailure({ order, failure: sourceFailure("empty", input.path) });
}

/** Puts the answers that the journal has into the store, and gives the items that it has none for. */
function recallItems(journal: Journal, items: readonly BatchItem[], store: DraftStore): BatchItem[] {
  const left: BatchItem[] = [];
  for (const item of items) {
    const unit = unitOf(item);
    const named = unit === undefined ? item : { ...item, unit };
    const known = journal.recall(named);
    if (known) store.addRecalled(known);
    else left.push(named);
  }
  return left;
}

/** A page costs about as much as this many times its bytes of text. */
const PAGE_WEIGHT = 200;
/** Bytes of text that are worth a thread of their own. */
const BYTES_A_WORKER = 4_000_000;

function workersFor(inputs: readonly Input[], isStream: boolean): number {
  const most = availableParallelism();
  if (isStream) return most;
  let weight = 0;
  for (const { path, bytes } of inputs) weight += bytes * (/\.x?html?(?:\.\w+)?$/i.test(path) ? PAGE_WEIGHT : 1);
  return Math.max(1, Math.min(most, Math.ceil(weight / BYTES_A_WORKER)));
}
