import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { BatchCleaner } from "../../src/run/batch-cleaner.ts";
import type { BatchItem } from "../../src/run/clean-item.ts";
import { Heartbeat } from "../../src/run/heartbeat.ts";
import { Spool } from "../../src/run/spool.ts";
import type { WorkerData } from "../../src/run/worker-pool.ts";

const { options, spool, heart } = workerData as WorkerData;
const heartbeat = new Heartbeat(heart);
const cleaner = new BatchCleaner(options, new Spool(spool), heartbeat);

/**
 * A worker that dies of two words: of one by an exception that nobody catches, of the other without a word. Of a third it
 * never comes to an end, and shows what it is at.
 */
parentPort?.on("message", (items: readonly BatchItem[]) => {
  const text = items.map(contentOf).join();
  if (text.includes("arsenic")) throw new Error("the arsenic was found");
  if (text.includes("hemlock")) process.exit(1);
  const endless = items.findIndex((item) => contentOf(item).includes("treacle"));
  if (endless >= 0) heartbeat.beat(endless);
  while (endless >= 0);
  parentPort?.postMessage(cleaner.run(items));
});

function contentOf({ input, parcel, end }: BatchItem): string {
  if (end) return "";
  return Buffer.from(parcel && "bytes" in parcel ? parcel.bytes : readFileSync(input.file)).toString();
}
