import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import type { LineSink } from "./line-sink.ts";
import { syncFile } from "./sync-file.ts";

/** Bytes gathered before they are written. */
const BUFFER_BYTES = 1 << 20;

/** A file that is appended to in large writes. */
export class BufferedFile implements LineSink {
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

  end(): void {
    this.flush();
    syncFile(this.handle);
    this.close();
  }

  remove(): void {
    this.close();
    rmSync(this.path, { force: true });
  }

  private close(): void {
    if (this.open) closeSync(this.handle);
    this.open = false;
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
