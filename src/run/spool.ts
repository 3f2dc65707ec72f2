import { randomUUID } from "node:crypto";
import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** What another thread of the process needs to append to the same spool. */
export interface SharedSpool {
  /** File descriptor; it is the process's, not the thread's. */
  readonly handle: number;
  /** The offset at which the next bytes go, in bytes. */
  readonly end: BigInt64Array<SharedArrayBuffer>;
}

/** Bytes read at once. */
const AHEAD_BYTES = 1 << 20;
/** Bytes of those that lie before what was asked for: threads take turns in no fixed order. */
const BEHIND_BYTES = 1 << 18;

/**
 * A file for what has to wait on disk. Where it has no name, nothing of it is left however the process ends. Threads append
 * side by side, each to a stretch that it takes for itself first, so nothing has to go through one of them.
 */
export class Spool {
  readonly shared: SharedSpool;
  private ahead: Buffer = Buffer.alloc(0);
  private aheadAt = 0;

  constructor(shared: SharedSpool) {
    this.shared = shared;
  }

  /** Makes one in a folder. */
  static open(folder: string): Spool {
    const path = join(folder, `.dehusk-${randomUUID()}.partial`);
    const handle = openSync(path, "w+");
    rmSync(path);
    return new Spool({ handle, end: new BigInt64Array(new SharedArrayBuffer(8)) });
  }

  /** One in a file that is open already, behind its first `end` bytes. */
  static over(handle: number, end: number): Spool {
    return new Spool({ handle, end: new BigInt64Array(new SharedArrayBuffer(8)).fill(BigInt(end)) });
  }

  /** In bytes. */
  get length(): number {
    return Number(Atomics.load(this.shared.end, 0));
  }

  /** Gives the offset at which the bytes lie. */
  append(bytes: Uint8Array): number {
    const { handle, end } = this.shared;
    const offset = Number(Atomics.add(end, 0, BigInt(bytes.length)));
    // One call may write only a part, as on a disk that is nearly full.
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at, bytes.length - at, offset + at);
    return offset;
  }

  /** Reads ahead, since what is read comes back nearly in the order in which it was written. Only when all is written. */
  read(offset: number, length: number): Buffer {
    if (offset < this.aheadAt || offset + length > this.aheadAt + this.ahead.length) this.load(offset, length);
    const from = offset - this.aheadAt;
    return this.ahead.subarray(from, from + length);
  }

  /** Reads past what is read ahead, as when pieces are asked for in no order. */
  readInto(bytes: Uint8Array, offset: number): void {
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(this.shared.handle, bytes, at, bytes.length - at, offset + at);
      if (count === 0) throw new Error(`a temporary file ends before byte ${offset + bytes.length}`);
      at += count;
    }
  }

  close(): void {
    closeSync(this.shared.handle);
  }

  private load(offset: number, length: number): void {
    const from = Math.max(0, offset - BEHIND_BYTES);
    const end = Number(Atomics.load(this.shared.end, 0));
    const bytes = Buffer.allocUnsafe(Math.min(Math.max(offset + length, from + AHEAD_BYTES), end) - from);
    this.readInto(bytes, from);
    this.ahead = bytes;
    this.aheadAt = from;
  }
}
