import { parentPort, workerData } from "node:worker_threads";
import { type BatchItem, cleanBatch } from "./clean-batch.ts";
import type { RecordOptions } from "./record-options.ts";

const options = workerData as RecordOptions;

parentPort?.on("message", (items: readonly BatchItem[]) => {
  const result = cleanBatch(items, options);
  const buffers = [result.bytes.buffer, ...result.facts.map((facts) => facts.buffer)];
  parentPort?.postMessage(result, buffers);
});
