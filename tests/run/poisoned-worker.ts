import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { type BatchItem, cleanBatch } from "../../src/run/clean-batch.ts";
import type { RecordOptions } from "../../src/run/record-options.ts";

/** A worker that dies of two words: of one by an exception that nobody catches, of the other without a word. */
parentPort?.on("message", (items: readonly BatchItem[]) => {
  const text = items.map(({ input, lines }) => Buffer.from(lines?.bytes ?? readFileSync(input.file)).toString()).join();
  if (text.includes("arsenic")) throw new Error("the arsenic was found");
  if (text.includes("hemlock")) process.exit(1);
  parentPort?.postMessage(cleanBatch(items, workerData as RecordOptions));
});
