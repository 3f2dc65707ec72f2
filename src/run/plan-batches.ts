import { createReadStream } from "node:fs";
import type { Failure } from "../core/failure.ts";
import type { Input, RawRecord } from "../core/source.ts";
import { sourceFailure, systemFailure } from "../sources/failures.ts";
import { nodeFiles } from "../sources/file-access.ts";
import type { FieldOptions } from "../sources/json-record.ts";
import { readJsonLines, splitJsonLines } from "../sources/jsonl.ts";
import { readInput } from "../sources/read-records.ts";
import type { BatchItem } from "./clean-batch.ts";

/** Files that go to a worker together: a message for each would cost more than the work on a short text. */
const FILES_A_BATCH = 16;
/** Bytes after which a batch is full, so that large files spread over the workers. */
const BYTES_A_BATCH = 256 * 1024;
const LINES = /\.(?:jsonl|ndjson)$/i;

/** A batch, or what could not become part of one. */
export type Planned = { readonly items: readonly BatchItem[] } | { readonly order: number; readonly failure: Failure };

/** Cuts inputs (in canonical order) into batches. Workers read plain files; JSONL is read here and cut at line ends. */
export async function* planBatches(inputs: readonly Input[]): AsyncIterable<Planned> {
  let items: BatchItem[] = [];
  let bytes = 0;
  for (const [order, input] of inputs.entries()) {
    if (LINES.test(input.path)) {
      yield* planFile(order, input);
      continue;
    }
    items.push({ order, input });
    bytes += input.bytes;
    if (items.length < FILES_A_BATCH && bytes < BYTES_A_BATCH) continue;
    yield { items };
    items = [];
    bytes = 0;
  }
  if (items.length > 0) yield { items };
}

async function* planFile(order: number, input: Input): AsyncIterable<Planned> {
  try {
    // Never opened when it became a pipe or a device since it was listed: reading could wait for ever.
    if (nodeFiles.stat(input.file).kind === "special")
      return yield { order, failure: sourceFailure("special", input.path) };
  } catch (error) {
    return yield { order, failure: systemFailure(error, input.path) };
  }
  yield* planLines(order, input, createReadStream(input.file));
}

/** A JSONL stream as batches of whole lines. A stream that breaks gives what came before, and a failure. */
export async function* planLines(
  order: number,
  input: Input,
  stream: AsyncIterable<Uint8Array>,
): AsyncIterable<Planned> {
  try {
    for await (const part of splitJsonLines(stream, input.path)) {
      if ("failure" in part) yield { order, failure: part.failure };
      else yield { items: [{ order, input, lines: part }] };
    }
  } catch (error) {
    yield { order, failure: systemFailure(error, input.path) };
  }
}

/** The records of an input one by one, as the workers of a run see them. */
export async function* readRecords(input: Input, fields: FieldOptions): AsyncIterable<RawRecord | Failure> {
  if (!LINES.test(input.path)) return yield* readInput(input, fields);
  for await (const plan of planFile(0, input)) {
    if ("failure" in plan) yield plan.failure;
    else for (const { lines } of plan.items) yield* readJsonLines(lines!.bytes, input.path, lines!.firstRecord, fields);
  }
}
