import { isUtf8 } from "node:buffer";
import type { Found, Input } from "../core/source.ts";
import { cutInput, isContainer } from "./cut-input.ts";
import type { FailureKind } from "./failure-kind.ts";
import { readingFailure, sourceFailure } from "./failures.ts";
import { type FileAccess, type FileFacts, nodeFiles } from "./file-access.ts";
import { type FieldOptions, jsonRecord, parseJson } from "./json-record.ts";
import { readJsonLines } from "./jsonl.ts";
import type { Limits } from "./limits.ts";
import { sniffFormat } from "./media-type.ts";
import { namedFormat } from "./packing.ts";
import type { Parcel } from "./parcel.ts";
import { limitsOf, type ReadOptions } from "./read-options.ts";
import { readWarc } from "./read-warc.ts";
import { SourceError } from "./source-error.ts";
import { unpackBytes } from "./unpack-bytes.ts";

/** The records of an input one by one, as the workers of a run see them. */
export async function* readRecords(input: Input, options: ReadOptions): AsyncGenerator<Found> {
  if (!isContainer(input.path)) return yield* readInput(input, options);
  for await (const { parcel } of cutInput(input, options)) yield* openParcel(parcel, options);
}

/** The records in what was cut from a container. */
export function openParcel(parcel: Parcel, options: ReadOptions): Iterable<Found> {
  const { path } = parcel;
  if (parcel.kind === "found") return [parcel.found];
  if (parcel.kind === "warc") return [readWarc(parcel, path, options)];
  if (parcel.kind === "lines") return readJsonLines(parcel.bytes, path, parcel.firstRecord, options.fields);
  if (parcel.kind === "rows")
    return parcel.rows.map((row, i) => jsonRecord(row, path, parcel.firstRecord + i, options.fields));
  return readContent(parcel.bytes, path, options);
}

/**
 * The records of a file that is no container; each thing that cannot be read is a failure, and there is always at least
 * one of either.
 */
export function* readInput(input: Input, options: ReadOptions, fs: FileAccess = nodeFiles): Generator<Found> {
  try {
    yield* readContent(load(input, limitsOf(options), fs), input.path, options);
  } catch (error) {
    yield readingFailure(error, input.path);
  }
}

/** @throws {SourceError} or an error of the file system. */
function load({ path, file }: Input, limits: Limits, fs: FileAccess): Uint8Array {
  const { packing, unread } = namedFormat(path);
  if (unread !== undefined) throw new SourceError("unread-packing", `.${unread}`);
  // Never opened when it became a pipe or a device since it was listed: reading could wait for ever.
  refuse(fs.stat(file), limits);
  const bytes = fs.read(file);
  refuse({ kind: "file", bytes: bytes.length }, limits);
  return packing ? unpackBytes(packing, bytes, limits) : bytes;
}

function refuse(facts: FileFacts, limits: Limits): void {
  const refusal = refusalOf(facts, limits);
  if (refusal) throw new SourceError(refusal);
}

function refusalOf({ kind, bytes }: FileFacts, { recordBytes }: Limits): FailureKind | undefined {
  if (kind === "folder") return "folder";
  if (kind !== "file") return "special";
  return bytes > recordBytes ? "too-large" : undefined;
}

/** The records of a whole file by its bytes. */
function* readContent(bytes: Uint8Array, path: string, { fields }: ReadOptions): Generator<Found> {
  if (bytes.length === 0) return yield sourceFailure("empty", path);
  const format = sniffFormat(namedFormat(path).name, bytes);
  if (format === "json") yield* readJson(bytes, path, fields);
  else if (format === "jsonl") yield* orEmpty(readJsonLines(bytes, path, 1, fields), path);
  else yield { path, mediaType: format === "text" ? "text/plain" : `text/${format}`, content: bytes };
}

/** An object is one document, like a page; the elements of a list are numbered. */
function* readJson(bytes: Uint8Array, path: string, options: FieldOptions): Generator<Found> {
  if (!isUtf8(bytes)) return yield sourceFailure("not-utf8", path);
  const text = new TextDecoder().decode(bytes);
  if (!/\S/.test(text)) return yield sourceFailure("empty", path);
  const value = parseJson(text, options.idField);
  if (value === undefined) yield sourceFailure("broken-json", path);
  else if (!Array.isArray(value)) yield jsonRecord(value, path, undefined, options);
  else if (value.length === 0) yield sourceFailure("empty", path);
  else for (const [i, element] of value.entries()) yield jsonRecord(element, path, i + 1, options);
}

/** A file of blank lines is an input too, and has to be accounted for. */
function* orEmpty(records: Iterable<Found>, path: string): Generator<Found> {
  let isEmpty = true;
  for (const record of records) {
    isEmpty = false;
    yield record;
  }
  if (isEmpty) yield sourceFailure("empty", path);
}
