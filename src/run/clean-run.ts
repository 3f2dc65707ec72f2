import { basename, resolve } from "node:path";
import { UsageError } from "../core/usage-error.ts";
import { nameDrops } from "../dedupe/name-drops.ts";
import { identify } from "../open-record.ts";
import { corpusStagesOf } from "../pipeline.ts";
import { nodeFolders } from "../sources/file-access.ts";
import { type Listing, listInputs } from "../sources/list-inputs.ts";
import { inCanonicalOrder, orderFailures, uniqueIds } from "./canonical-order.ts";
import { cleanInputs } from "./clean-inputs.ts";
import { DraftStore } from "./draft-store.ts";
import { Journal } from "./journal/journal.ts";
import { stampOf } from "./journal/stamp.ts";
import type { RecordOptions } from "./record-options.ts";
import type { CleanRun, JournalOptions } from "./run-options.ts";
import { settleCorpus } from "./settle-corpus.ts";
import { Spool } from "./spool.ts";
import { type RunSummary, summarise } from "./summary.ts";
import { writeDocuments } from "./write-documents.ts";

/**
 * Cleans all inputs and writes the outputs, the same bytes for any number of workers and any order of arrival. What is
 * wrong with an input becomes a failure; what is wrong with the output (no space, no rights) is thrown, and then nothing
 * stands under a final name. The same goes for a signal to stop, whose reason is thrown.
 *
 * @throws {UsageError} when the output would overwrite an input.
 */
export async function cleanRun(run: CleanRun): Promise<RunSummary> {
  const started = new Date();
  let journal: Journal | undefined;
  let spool: Spool | undefined;
  try {
    journal = run.journal && openJournal(run.journal, run.record);
    spool = journal?.spool ?? Spool.open(run.temporaryFolder);
    const listing = run.stream
      ? standardInput()
      : withoutOutputs(await listInputs(run.roots, nodeFolders, run.selection), run);
    const store = new DraftStore(spool);
    await cleanInputs(run, listing.inputs, spool, store, journal);
    const summary = await writeOutputs(run, listing, store, journal, started);
    journal?.settle();
    await run.output.commit();
    return summary;
  } catch (error) {
    journal?.rescue();
    run.output.discard();
    throw error;
  } finally {
    if (journal) journal.close();
    else spool?.close();
  }
}

function openJournal({ folder, onChange, ...options }: JournalOptions, record: RecordOptions): Journal {
  const journal = new Journal(folder, stampOf(record), options);
  if (journal.differences.length > 0) onChange?.(journal.differences);
  return journal;
}

/** What the journal saved this run. */
function resumedOf(store: DraftStore, { inputs }: Listing, journal: Journal | undefined): RunSummary["resumed"] {
  if (!journal) return undefined;
  const paths = new Set(inputs.map(({ path }) => path));
  const { records, recalled } = store;
  return { reused: recalled, redone: records - recalled, vanished: journal.vanished((path) => paths.has(path)).length };
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

async function writeOutputs(
  run: CleanRun,
  listing: Listing,
  store: DraftStore,
  journal: Journal | undefined,
  started: Date,
): Promise<RunSummary> {
  const arrivals = inCanonicalOrder(store.drafts);
  const drafts = arrivals.map((arrival) => store.drafts[arrival]!);
  const ids = uniqueIds(drafts, ({ order, record, path = listing.inputs[order]!.path }) =>
    identify({ path, ...(record !== undefined && { record }) }),
  );
  const drops = settleCorpus(corpusStagesOf(run.record), store, arrivals, run);
  const idOf = (place: number): string => ids[place]!;
  const verdictOf = (place: number) => ({ id: ids[place]!, drops: nameDrops(drops, place, idOf) });
  const written = await writeDocuments(store, drafts, verdictOf, run);
  const failures = orderFailures(store.failures, listing.failures, listing.inputs);
  for (const failure of failures) await run.output.write("failures.jsonl", Buffer.from(`${JSON.stringify(failure)}\n`));
  const inputs = store.records + listing.failures.length;
  const resumed = resumedOf(store, listing, journal);
  const summary = summarise({
    run,
    listing,
    inputs,
    tally: store.tally,
    written,
    unsearched: drops.unsearched,
    failures,
    skipped: store.skipped,
    resumed,
    started,
  });
  await run.output.write("run.json", Buffer.from(`${JSON.stringify(summary, null, 2)}\n`));
  return summary;
}
