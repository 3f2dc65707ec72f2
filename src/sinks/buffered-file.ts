import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";

/** Bytes gathered before they are written. */
const BUFFER_BYTES = 1 << 20;

/** A file that is appended to in large writes. */
export class BufferedFile {
  private readonly path: string;
  private readonly handle: number;
  private readonly buffer: Buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  private waiting = 0;
  private open = true;

  constructor(path: string) {
    this.path = path;
    this.handle = openSync(path, "w+");
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
  }
}
