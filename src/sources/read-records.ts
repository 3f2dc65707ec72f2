import { isUtf8 } from "node:buffer";
import type { Failure } from "../core/failure.ts";
import type { Input, RawRecord } from "../core/source.ts";
import { type FailureKind, sourceFailure, systemFailure } from "./failures.ts";
import { type FileAccess, type FileFacts, nodeFiles } from "./file-access.ts";
import { type FieldOptions, jsonRecord, parseJson } from "./json-record.ts";
import { readJsonLines } from "./jsonl.ts";
import { maxTextBytes } from "./max-text-bytes.ts";
import { sniffFormat } from "./media-type.ts";

/** The records of one file; each thing that cannot be read is a failure, and there is always at least one of either. */
export function* readInput(
  input: Input,
  options: FieldOptions,
  fs: FileAccess = nodeFiles,
): Generator<RawRecord | Failure> {
  const { path } = input;
  const bytes = load(input, fs);
  if ("reason" in bytes) return yield bytes;
  const format = sniffFormat(path, bytes);
  if (format === "json") yield* readJson(bytes, path, options);
  else if (format === "jsonl") yield* orEmpty(readJsonLines(bytes, path, 1, options), path);
  else yield { path, mediaType: format === "text" ? "text/plain" : `text/${format}`, content: bytes };
}

function load({ path, file }: Input, fs: FileAccess): Uint8Array | Failure {
  try {
    // Never opened when it became a pipe or a device since it was listed: reading could wait for ever.
    const facts = fs.stat(file);
    const refusal = refusalOf(facts);
    if (refusal) return sourceFailure(refusal, path);
    const bytes = fs.read(file);
    const change = refusalOf({ kind: "file", bytes: bytes.length });
    return change ? sourceFailure(change, path) : bytes;
  } catch (error) {
    return systemFailure(error, path);
  }
}

function refusalOf({ kind, bytes }: FileFacts): FailureKind | undefined {
  if (kind === "folder") return "folder";
  if (kind !== "file") return "special";
  if (bytes > maxTextBytes) return "too-large";
  return bytes === 0 ? "empty" : undefined;
}

/** An object is one document, like a page; the elements of a list are numbered. */
function* readJson(bytes: Uint8Array, path: string, options: FieldOptions): Generator<RawRecord | Failure> {
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
function* orEmpty(records: Iterable<RawRecord | Failure>, path: string): Generator<RawRecord | Failure> {
  let isEmpty = true;
  for (const record of records) {
    isEmpty = false;
    yield record;
  }
  if (isEmpty) yield sourceFailure("empty", path);
}
