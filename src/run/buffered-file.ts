import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from "node:fs";

/** Bytes gathered before they are written. */
const BUFFER_BYTES = 1 << 20;

/** A file that is appended to in large writes. */
export class BufferedFile {
  private readonly path: string;
  private readonly handle: number;
  private waiting: Uint8Array[] = [];
  private waitingBytes = 0;
  private flushed = 0;
  private open = true;

  constructor(path: string) {
    this.path = path;
    this.handle = openSync(path, "w+");
  }

  /** Bytes written so far. */
  get length(): number {
    return this.flushed + this.waitingBytes;
  }

  append(bytes: Uint8Array): void {
    this.waiting.push(bytes);
    this.waitingBytes += bytes.length;
    if (this.waitingBytes >= BUFFER_BYTES) this.flush();
  }

  read(offset: number, length: number): Buffer {
    this.flush();
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
    for (const bytes of this.waiting) {
      // One call may write only a part, as on a disk that is nearly full.
      for (let at = 0; at < bytes.length; ) at += writeSync(this.handle, bytes, at, bytes.length - at);
      this.flushed += bytes.length;
    }
    this.waiting = [];
    this.waitingBytes = 0;
  }
}
