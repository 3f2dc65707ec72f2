import { type Command, InvalidArgumentError } from "commander";
import type { WorkerLimits } from "../run/worker-pool.ts";

/** Flags that say what a thread may take. */
export interface WorkerLimitFlags {
  readonly timeoutSeconds: number;
  readonly workerMemory?: number;
}

/** Generous: most documents take milliseconds, but one can be large, and a machine busy. */
const TIMEOUT_SECONDS = 60;

export function withWorkerLimits(command: Command): Command {
  return command
    .option("--timeout-seconds <n>", "time for one document; 0 for any", parseSeconds, TIMEOUT_SECONDS)
    .option("--worker-memory <MB>", "heap of one thread (by default what Node gives)", parseMegabytes);
}

export function workerLimitsOf({ timeoutSeconds, workerMemory }: WorkerLimitFlags): WorkerLimits {
  return {
    ...(timeoutSeconds > 0 && { documentTime: timeoutSeconds * 1000 }),
    ...(workerMemory !== undefined && { heap: workerMemory }),
  };
}

function parseSeconds(value: string): number {
  const seconds = Number(value);
  if (value.trim() === "" || !(seconds >= 0 && seconds <= 86_400))
    throw new InvalidArgumentError("must be a number from 0 to 86400.");
  return seconds;
}

/** Less than this no thread starts with. */
const LEAST_MEGABYTES = 64;

function parseMegabytes(value: string): number {
  const megabytes = Number(value);
  if (!Number.isInteger(megabytes) || megabytes < LEAST_MEGABYTES)
    throw new InvalidArgumentError(`must be a whole number from ${LEAST_MEGABYTES}.`);
  return megabytes;
}
