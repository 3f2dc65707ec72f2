import type { Scratch } from "../../src/dedupe/scratch.ts";

/** A scratch file that is none. */
export function memoryScratch(): Scratch & { bytes: Buffer } {
  return {
    bytes: Buffer.alloc(0),
    append(bytes) {
      this.bytes = Buffer.concat([this.bytes, bytes]);
      return this.bytes.length - bytes.length;
    },
    readInto(bytes, offset) {
      bytes.set(this.bytes.subarray(offset, offset + bytes.length));
    },
  };
}
