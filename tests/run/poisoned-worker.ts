import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { BatchCleaner } from "../../src/run/batch-cleaner.ts";
import type { BatchItem } from "../../src/run/clean-batch.ts";
import { Spool } from "../../src/run/spool.ts";
import type { WorkerData } from "../../src/run/worker-pool.ts";

const { options, spool } = workerData as WorkerData;
const cleaner = new BatchCleaner(options, new Spool(spool));

/** A worker that dies of two words: of one by an exception that nobody catches, of the other without a word. */
parentPort?.on("message", (items: readonly BatchItem[]) => {
  const text = items.map(contentOf).join();
  if (text.includes("arsenic")) throw new Error("the arsenic was found");
  if (text.includes("hemlock")) process.exit(1);
  parentPort?.postMessage(cleaner.run(items));
});

function contentOf({ input, parcel, end }: BatchItem): string {
  if (end) return "";
  return Buffer.from(parcel && "bytes" in parcel ? parcel.bytes : readFileSync(input.file)).toString();
}
