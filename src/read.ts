import type { Failure } from "./core/failure.ts";
import type { Found, Input, RawRecord } from "./core/source.ts";
import { cutInput } from "./sources/cut-input.ts";
import { sourceFailure } from "./sources/failures.ts";
import { defaultFields, type FieldOptions } from "./sources/json-record.ts";
import type { Limits } from "./sources/limits.ts";
import { listInputs } from "./sources/list-inputs.ts";
import type { ReadOptions } from "./sources/read-options.ts";
import { openParcel, readRecords } from "./sources/read-records.ts";

/** How {@link read} reads. */
export interface ReadSettings {
  /** Fields of JSON input that are not called `text`, `html`, `id`, `url` and `title`. */
  readonly fields?: Partial<FieldOptions>;
  /** What a source may ask of the machine, where that is not the default; more gives a failure. */
  readonly limits?: Partial<Limits>;
  /**
   * The name of a stream, `-` when left out: the `path` of its records, and by its endings what it holds, such as
   * `crawl.jsonl.gz`. Without an ending it is JSON Lines.
   */
  readonly path?: string;
}

/**
 * Reads what `dehusk clean` reads, record by record: files and folders by their paths, or a stream of bytes, Web or Node.
 * What cannot be read comes as a {@link Failure} (`"reason" in item`), and the next is read. Nothing is read before it is
 * asked for, and no more is held than one record and a chunk of the stream (for a file that is one document: that file).
 *
 * @throws what a stream of the caller's throws comes as a failure, too; a path that does not exist is one.
 */
export async function* read(
  source: string | readonly string[] | AsyncIterable<Uint8Array>,
  { fields, limits, path = "-" }: ReadSettings = {},
): AsyncGenerator<RawRecord | Failure> {
  const options: ReadOptions = { fields: { ...defaultFields, ...fields }, ...(limits && { limits }) };
  if (typeof source === "object" && Symbol.asyncIterator in source) return yield* readStream(source, path, options);
  const { inputs, failures } = await listInputs(typeof source === "string" ? [source] : source);
  yield* failures;
  for (const input of inputs) yield* orEmpty(readRecords(input, options), input.path);
}

async function* readStream(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  options: ReadOptions,
): AsyncGenerator<RawRecord | Failure> {
  const input: Input = { path, file: "", bytes: 0 };
  yield* orEmpty(openParcels(input, options, stream), path);
}

async function* openParcels(
  input: Input,
  options: ReadOptions,
  stream: AsyncIterable<Uint8Array>,
): AsyncGenerator<Found> {
  for await (const { parcel } of cutInput(input, options, stream)) yield* openParcel(parcel, options);
}

/** A source of nothing but blank lines is an input too, and has to be accounted for. What is no document is left out. */
async function* orEmpty(records: AsyncIterable<Found>, path: string): AsyncGenerator<RawRecord | Failure> {
  let isEmpty = true;
  for await (const record of records) {
    isEmpty = false;
    if (!("skipped" in record)) yield record;
  }
  if (isEmpty) yield sourceFailure("empty", path);
}
