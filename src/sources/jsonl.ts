import { isUtf8 } from "node:buffer";
import type { Failure } from "../core/failure.ts";
import type { RawRecord } from "../core/source.ts";
import { readingFailure, sourceFailure } from "./failures.ts";
import { type FieldOptions, jsonRecord, parseJson } from "./json-record.ts";
import { maxTextBytes } from "./max-text-bytes.ts";

const newline = 10;
const decoder = new TextDecoder();

/** Whole lines of a JSON Lines stream, in memory of their own. */
export interface LineChunk {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Number of the chunk's first line in the stream, from 1. */
  readonly firstRecord: number;
}

/** A line that no worker can take, or where the stream broke; the lines around it come as chunks. */
export interface LostLine {
  readonly failure: Failure;
}

export interface ChunkLimits {
  /** Size of a chunk in bytes; only a single longer line makes a larger one. */
  readonly chunkBytes: number;
  /** Longest line in bytes, its end included. */
  readonly lineBytes: number;
}

const defaultLimits: ChunkLimits = { chunkBytes: 2 ** 20, lineBytes: maxTextBytes };

/**
 * The records of JSON Lines, each numbered by its line. Blank lines are counted and give nothing; a line that cannot be
 * read gives its failure, and the next line is read.
 */
export function* readJsonLines(
  bytes: Uint8Array,
  path: string,
  firstRecord: number,
  options: FieldOptions,
): Generator<RawRecord | Failure> {
  let record = firstRecord;
  for (let start = 0; start < bytes.length; record++) {
    const end = lineEnd(bytes, start);
    const item = readLine(bytes.subarray(start, end), path, record, options);
    if (item) yield item;
    start = end;
  }
}

function readLine(
  line: Uint8Array,
  path: string,
  record: number,
  options: FieldOptions,
): RawRecord | Failure | undefined {
  if (!isUtf8(line)) return sourceFailure("not-utf8", path, record);
  // The decoder drops a BOM: there is one at the start of a file, and within when files were joined.
  const text = decoder.decode(line);
  if (!/\S/.test(text)) return undefined;
  const value = parseJson(text, options.idField);
  if (value === undefined) return sourceFailure("broken-line", path, record);
  return jsonRecord(value, path, record, options);
}

/**
 * Cuts a byte stream of any length at line ends, in order. Holds no more than one line and one chunk in memory; a line
 * beyond the limit is passed over as it arrives. A stream that breaks gives its whole lines, and a failure.
 */
export async function* splitJsonLines(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  limits: ChunkLimits = defaultLimits,
): AsyncGenerator<LineChunk | LostLine> {
  const cutter = new LineCutter(path, limits);
  try {
    for await (const bytes of stream) {
      for (let start = 0; start < bytes.length; ) {
        const end = lineEnd(bytes, start);
        yield* cutter.add(bytes.subarray(start, end));
        start = end;
      }
    }
  } catch (error) {
    return yield* cutter.break(error);
  }
  yield* cutter.end();
}

class LineCutter {
  private readonly path: string;
  private readonly limits: ChunkLimits;
  private chunk = new ByteParts();
  private line = new ByteParts();
  private isTooLong = false;
  private firstRecord = 1;
  private record = 1;

  constructor(path: string, limits: ChunkLimits) {
    this.path = path;
    this.limits = limits;
  }

  /** `part` ends where its line ends, or where the stream's bytes end within the line. */
  *add(part: Uint8Array): Generator<LineChunk | LostLine> {
    this.isTooLong ||= this.line.length + part.length > this.limits.lineBytes;
    if (this.isTooLong) this.line = new ByteParts();
    else this.line.add(part);
    if (part.at(-1) === newline) yield* this.endLine();
  }

  *end(): Generator<LineChunk | LostLine> {
    if (this.line.length > 0 || this.isTooLong) yield* this.endLine();
    yield* this.takeChunk();
  }

  /** Half a line is no record; where nothing was read at all, the input itself has failed. */
  *break(error: unknown): Generator<LineChunk | LostLine> {
    const isUnread = this.record === 1 && this.line.length === 0;
    yield* this.takeChunk();
    yield { failure: readingFailure(error, this.path, isUnread ? undefined : this.record) };
  }

  private *endLine(): Generator<LineChunk | LostLine> {
    if (this.isTooLong || this.chunk.length + this.line.length > this.limits.chunkBytes) yield* this.takeChunk();
    if (this.isTooLong) yield { failure: sourceFailure("long-line", this.path, this.record) };
    this.record++;
    if (this.isTooLong) this.firstRecord = this.record;
    this.isTooLong = false;
    this.chunk.append(this.line);
    this.line = new ByteParts();
  }

  private *takeChunk(): Generator<LineChunk> {
    if (this.chunk.length > 0) yield { bytes: this.chunk.join(), firstRecord: this.firstRecord };
    this.chunk = new ByteParts();
    this.firstRecord = this.record;
  }
}

class ByteParts {
  length = 0;
  private readonly parts: Uint8Array[] = [];

  add(part: Uint8Array): void {
    this.parts.push(part);
    this.length += part.length;
  }

  append(other: ByteParts): void {
    for (const part of other.parts) this.add(part);
  }

  join(): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(this.length);
    let at = 0;
    for (const part of this.parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}

/** Offset behind the line that begins at `start`. */
function lineEnd(bytes: Uint8Array, start: number): number {
  const at = bytes.indexOf(newline, start);
  return at < 0 ? bytes.length : at + 1;
}
