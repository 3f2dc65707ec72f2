import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Bytes gathered before they are written. */
const BUFFER_BYTES = 1 << 20;

/** A file that is appended to in large writes. */
export class BufferedFile {
  private readonly path: string;
  private readonly handle: number;
  private readonly buffer: Buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  private waiting = 0;
  private ahead: Buffer = Buffer.alloc(0);
  private aheadAt = 0;
  private written = 0;
  private open = true;

  constructor(path: string) {
    this.path = path;
    this.handle = openSync(path, "w+");
  }

  /** A file in `folder` that has lost its name already: however the process ends, nothing of it is left. */
  static nameless(folder: string): BufferedFile {
    const file = new BufferedFile(join(folder, `.dehusk-${randomUUID()}.partial`));
    rmSync(file.path);
    return file;
  }

  /** Bytes appended so far. */
  get length(): number {
    return this.written + this.waiting;
  }

  /** Copied: a short line would keep the whole batch in memory that it is a part of. */
  append(bytes: Uint8Array): void {
    if (this.waiting + bytes.length > BUFFER_BYTES) this.flush();
    if (bytes.length > BUFFER_BYTES) this.write(bytes);
    else {
      this.buffer.set(bytes, this.waiting);
      this.waiting += bytes.length;
    }
  }

  /** Reads ahead, since what is read comes back nearly in the order in which it was written. */
  read(offset: number, length: number): Buffer {
    const from = offset - this.aheadAt;
    if (from >= 0 && from + length <= this.ahead.length) return this.ahead.subarray(from, from + length);
    this.flush();
    const wanted = Math.min(Math.max(length, BUFFER_BYTES), this.written - offset);
    if (wanted < length) throw new Error(`a temporary file ends before byte ${offset + length}`);
    this.ahead = this.readWhole(offset, wanted);
    this.aheadAt = offset;
    return this.ahead.subarray(0, length);
  }

  private readWhole(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length; ) {
      const count = readSync(this.handle, bytes, at, length - at, offset + at);
      if (count === 0) throw new Error(`a temporary file ends before byte ${offset + length}`);
      at += count;
    }
    return bytes;
  }

  /** Returns when the bytes are on the disk. */
  sync(): void {
    this.flush();
    fsyncSync(this.handle);
  }

  close(): void {
    if (this.open) closeSync(this.handle);
    this.open = false;
  }

  /** Closes and deletes it. */
  remove(): void {
    this.close();
    rmSync(this.path, { force: true });
  }

  private flush(): void {
    const { waiting } = this;
    this.waiting = 0;
    this.write(this.buffer.subarray(0, waiting));
  }

  private write(bytes: Uint8Array): void {
    // One call may write only a part, as on a disk that is nearly full.
    for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at, bytes.length - at);
    this.written += bytes.length;
  }
}
