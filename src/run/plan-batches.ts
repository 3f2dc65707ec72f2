import type { Input } from "../core/source.ts";
import { type Cut, cutInput, isContainer } from "../sources/cut-input.ts";
import { parcelBytes } from "../sources/parcel.ts";
import type { ReadOptions } from "../sources/read-options.ts";
import type { BatchItem } from "./clean-item.ts";

/** Files that go to a worker together: a message for each would cost more than the work on a short text. */
const FILES_A_BATCH = 16;
/** Bytes after which a batch is full, so that large files spread over the workers. */
const BYTES_A_BATCH = 256 * 1024;

type Batch = readonly BatchItem[];

/**
 * Cuts inputs (in canonical order) into batches. Workers read plain files; what holds many records is cut here. A stream
 * is taken for the content of the first input, as JSON Lines.
 */
export async function* planBatches(
  inputs: readonly Input[],
  options: ReadOptions,
  stream?: AsyncIterable<Uint8Array>,
): AsyncGenerator<Batch> {
  const gathering = new Gathering();
  for (const [order, input] of inputs.entries()) {
    if (stream || isContainer(input.path)) yield* planCuts(order, input, cutInput(input, options, stream), gathering);
    else yield* gathering.add({ order, input }, input.bytes);
  }
  yield* gathering.take();
}

async function* planCuts(
  order: number,
  input: Input,
  cuts: AsyncIterable<Cut>,
  gathering: Gathering,
): AsyncGenerator<Batch> {
  let before = 0;
  for await (const { parcel, position } of cuts) {
    yield* gathering.add({ order, input, parcel, read: position - before }, parcelBytes(parcel));
    before = position;
  }
  yield* gathering.add({ order, input, end: true, read: Math.max(0, input.bytes - before) }, 0);
}

/** A batch in the making. */
class Gathering {
  private items: BatchItem[] = [];
  private bytes = 0;

  *add(item: BatchItem, bytes: number): Generator<Batch> {
    this.items.push(item);
    this.bytes += bytes;
    if (this.items.length >= FILES_A_BATCH || this.bytes >= BYTES_A_BATCH) yield* this.take();
  }

  *take(): Generator<Batch> {
    const { items } = this;
    this.items = [];
    this.bytes = 0;
    if (items.length > 0) yield items;
  }
}
