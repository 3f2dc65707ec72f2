import { availableParallelism } from "node:os";
import { basename, resolve } from "node:path";
import PQueue from "p-queue";
import type { Input } from "../core/source.ts";
import { corpusStagesOf } from "../pipeline.ts";
import { sourceFailure } from "../sources/failures.ts";
import { type Listing, listInputs } from "../sources/list-inputs.ts";
import { compareFailures, inCanonicalOrder, uniqueIds } from "./canonical-order.ts";
import { identify } from "./clean-record.ts";
import { DraftStore } from "./draft-store.ts";
import { type Planned, planBatches, planLines } from "./plan-batches.ts";
import { ProgressCounter } from "./progress.ts";
import type { CleanRun } from "./run-options.ts";
import { settleCorpus } from "./settle-corpus.ts";
import { Spool } from "./spool.ts";
import { type RunSummary, summarise } from "./summary.ts";
import { UsageError } from "./usage-error.ts";
import { WorkerPool } from "./worker-pool.ts";
import { writeDocuments } from "./write-documents.ts";

/**
 * Cleans all inputs and writes the outputs, the same bytes for any number of workers and any order of arrival. What is
 * wrong with an input becomes a failure; what is wrong with the output (no space, no rights) is thrown, and then nothing
 * stands under a final name.
 *
 * @throws {UsageError} when the output would overwrite an input.
 */
export async function cleanRun(run: CleanRun): Promise<RunSummary> {
  const started = new Date();
  let spool: Spool | undefined;
  try {
    spool = Spool.open(run.temporaryFolder);
    const listing = run.stream ? standardInput() : withoutOutputs(await listInputs(run.roots), run);
    const store = new DraftStore(spool);
    await cleanInputs(run, listing.inputs, spool, store);
    const summary = await writeOutputs(run, listing, store, started);
    run.output.commit();
    return summary;
  } catch (error) {
    run.output.discard();
    throw error;
  } finally {
    spool?.close();
  }
}

function standardInput(): Listing {
  return { root: "", inputs: [{ path: "-", file: "", bytes: 0 }], failures: [] };
}

/** The output folder may lie below a root: what an earlier run left there is no input, or no rerun would be the same. */
function withoutOutputs(listing: Listing, { roots, output }: CleanRun): Listing {
  const own = listing.inputs.filter(({ file }) => output.owns(file));
  if (own.length === 0) return listing;
  const named = roots.map((root) => resolve(root));
  const isRun = own.some(({ file }) => basename(file) === "run.json");
  const lost = own.find(({ file }) => !isRun || named.includes(file));
  if (lost) throw new UsageError(`${lost.file} is an input and would be overwritten; choose another --out`);
  return { ...listing, inputs: listing.inputs.filter((input) => !own.includes(input)) };
}

async function cleanInputs(run: CleanRun, inputs: readonly Input[], spool: Spool, store: DraftStore): Promise<void> {
  const workers = run.workers ?? workersFor(inputs, run.stream !== undefined);
  const pool = new WorkerPool(workers, run.record, spool);
  // Reading ahead is bounded: two batches a worker, one at hand and one that waits.
  const queue = new PQueue({ concurrency: 2 * workers });
  const progress = new ProgressCounter(inputs, run.onProgress);
  const broken: unknown[] = [];
  try {
    const planned: AsyncIterable<Planned> = run.stream ? planLines(0, inputs[0]!, run.stream) : planBatches(inputs);
    for await (const plan of planned) {
      if (broken.length > 0) break;
      if ("failure" in plan) store.addFailure(plan.order, plan.failure);
      else {
        await queue.onSizeLessThan(1);
        const task = async (): Promise<void> => {
          for (const result of await pool.run(plan.items)) store.add(result);
          progress.add(plan.items);
        };
        void queue.add(task).catch((error: unknown) => broken.push(error));
      }
    }
    await queue.onIdle();
  } finally {
    await pool.close();
  }
  if (broken.length > 0) throw broken[0];
  for (const [order, input] of inputs.entries())
    if (!store.hasAnswer(order)) store.addFailure(order, sourceFailure("empty", input.path));
}

/** A page costs about as much as this many times its bytes of text. */
const PAGE_WEIGHT = 200;
/** Bytes of text that are worth a thread of their own. */
const BYTES_A_WORKER = 4_000_000;

function workersFor(inputs: readonly Input[], isStream: boolean): number {
  const most = availableParallelism();
  if (isStream) return most;
  let weight = 0;
  for (const { path, bytes } of inputs) weight += bytes * (/\.x?html?$/i.test(path) ? PAGE_WEIGHT : 1);
  return Math.max(1, Math.min(most, Math.ceil(weight / BYTES_A_WORKER)));
}

async function writeOutputs(run: CleanRun, listing: Listing, store: DraftStore, started: Date): Promise<RunSummary> {
  const arrivals = inCanonicalOrder(store.drafts);
  const places = new Uint32Array(arrivals.length);
  for (const [place, arrival] of arrivals.entries()) places[arrival] = place;
  const drafts = arrivals.map((arrival) => store.drafts[arrival]!);
  const ids = uniqueIds(drafts, ({ order, record }) =>
    identify({ path: listing.inputs[order]!.path, ...(record !== undefined && { record }) }),
  );
  const drops = settleCorpus(corpusStagesOf(run.record), store.facts, places, ids);
  const verdictOf = (place: number) => ({ id: ids[place]!, drops: drops.get(place) ?? [] });
  const duplicates = await writeDocuments(store, drafts, verdictOf, run.output);
  const failures = [...listing.failures, ...store.failures].sort(compareFailures);
  for (const failure of failures) await run.output.write("failures.jsonl", Buffer.from(`${JSON.stringify(failure)}\n`));
  const summary = summarise({ run, listing, tally: store.tally, duplicates, failures, started });
  await run.output.write("run.json", Buffer.from(`${JSON.stringify(summary, null, 2)}\n`));
  return summary;
}
