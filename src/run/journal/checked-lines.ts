import { readSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";

/** A line and where it lies, in bytes, its end included. */
export interface PlacedLine {
  readonly value: unknown;
  readonly offset: number;
  readonly length: number;
}

const NEWLINE = 10;
/** Characters of the sum before the JSON, the space included. */
const SUM_LENGTH = 9;
const BLOCK_BYTES = 1 << 20;

/** A value as a line that shows, by a CRC-32 before its JSON, whether it was written whole. */
export function encodeLine(value: unknown): Buffer {
  const json = Buffer.from(`${JSON.stringify(value)}\n`);
  return Buffer.concat([Buffer.from(`${sumOf(json)} `), json]);
}

/** The value of a line as {@link encodeLine} makes it; `undefined` where it is none. */
export function decodeLine(line: Buffer): unknown {
  const json = line.subarray(SUM_LENGTH);
  if (line.at(-1) !== NEWLINE || line.toString("latin1", 0, SUM_LENGTH) !== `${sumOf(json)} `) return undefined;
  return JSON.parse(json.toString());
}

/** The whole lines of a file, up to the first that is none: what was being written when its process was killed. */
export function* readCheckedLines(handle: number): Generator<PlacedLine> {
  let kept: Buffer = Buffer.alloc(0);
  let offset = 0;
  for (;;) {
    const block = Buffer.allocUnsafe(BLOCK_BYTES);
    const count = readSync(handle, block, 0, block.length, offset + kept.length);
    if (count === 0) return;
    kept = Buffer.concat([kept, block.subarray(0, count)]);
    let start = 0;
    for (let feed = kept.indexOf(NEWLINE); feed >= 0; feed = kept.indexOf(NEWLINE, start)) {
      const value = decodeLine(kept.subarray(start, feed + 1));
      if (value === undefined) return;
      yield { value, offset: offset + start, length: feed + 1 - start };
      start = feed + 1;
    }
    kept = kept.subarray(start);
    offset += start;
  }
}

/** Reads exactly so many bytes from there. */
export function readBytes(handle: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at < length; ) {
    const count = readSync(handle, bytes, at, length - at, offset + at);
    if (count === 0) throw new Error(`a file of the journal ends before byte ${offset + length}`);
    at += count;
  }
  return bytes;
}

/** Writes all bytes there; one call may write only a part, as on a disk that is nearly full. */
export function writeBytes(handle: number, bytes: Uint8Array, offset: number): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, offset + at);
}

function sumOf(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, "0");
}
