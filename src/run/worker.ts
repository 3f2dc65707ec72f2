import { parentPort, workerData } from "node:worker_threads";
import { BatchCleaner } from "./batch-cleaner.ts";
import type { BatchItem } from "./clean-item.ts";
import { Heartbeat } from "./heartbeat.ts";
import { Spool } from "./spool.ts";
import type { WorkerData } from "./worker-pool.ts";

const { options, spool, heart } = workerData as WorkerData;
const cleaner = new BatchCleaner(options, new Spool(spool), new Heartbeat(heart));

parentPort?.on("message", (items: readonly BatchItem[]) => {
  parentPort?.postMessage(cleaner.run(items));
});
