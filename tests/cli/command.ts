import { type SpawnSyncOptionsWithStringEncoding, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The source of the installed command, which today's Node runs as it is. */
export const BIN: string = fileURLToPath(new URL("../../src/cli/bin.ts", import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command to its end, as a process of its own; nothing it prints is a terminal. */
export function dehusk(args: readonly string[], options: Partial<SpawnSyncOptionsWithStringEncoding> = {}): Outcome {
  const result = spawnSync(process.execPath, [BIN, ...args], { encoding: "utf8", maxBuffer: 2 ** 28, ...options });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** Every character that could steer a terminal, but for our own line ends. */
export const STEERING: RegExp = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
