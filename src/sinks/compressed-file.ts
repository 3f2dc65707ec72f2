import { finished } from "node:stream/promises";
import { constants, createGzip, createZstdCompress } from "node:zlib";
import { BufferedFile } from "./buffered-file.ts";
import type { LineSink } from "./line-sink.ts";
import type { Compression } from "./output-form.ts";

/** Bytes that are packed at once, while the next are gathered. */
const CHUNK_BYTES = 1 << 20;
const PACKED_CHUNK_BYTES = 1 << 18;

/** What gzip's header says of the system it was made on; 255 is "unknown" (RFC 1952), the same everywhere. */
const SYSTEM_AT = 9;
const UNKNOWN_SYSTEM = 255;

// Levels are the usual ones of both formats, and fixed: the bytes must not depend on who runs it. One thread, one stream,
// no time in the header; with chunks of one size the same lines give the same bytes.
const packers = {
  gzip: () => createGzip({ level: 6, chunkSize: PACKED_CHUNK_BYTES }),
  zstd: () =>
    createZstdCompress({
      chunkSize: PACKED_CHUNK_BYTES,
      params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
    }),
} as const;

/** A file that is packed as it is appended to: one gzip member or one zstd frame, which every reader takes. */
export class CompressedFile implements LineSink {
  private readonly file: BufferedFile;
  private readonly packer: ReturnType<(typeof packers)[Compression]>;
  /** Two, so that one is filled while the other is packed. */
  private chunks: readonly [Buffer, Buffer] = [Buffer.allocUnsafe(CHUNK_BYTES), Buffer.allocUnsafe(CHUNK_BYTES)];
  private filled = 0;
  private packing: Promise<void> = Promise.resolve();
  private packed = 0;

  constructor(path: string, compression: Compression) {
    this.file = new BufferedFile(path);
    this.packer = packers[compression]();
    this.packer.on("data", (bytes: Buffer) => this.store(bytes, compression));
    // What goes wrong is told by the next call; unheard, it would end the process.
    this.packer.on("error", () => {});
  }

  async append(lines: Uint8Array): Promise<void> {
    for (let at = 0; at < lines.length; ) {
      const part = lines.subarray(at, at + CHUNK_BYTES - this.filled);
      this.chunks[0].set(part, this.filled);
      this.filled += part.length;
      at += part.length;
      if (this.filled === CHUNK_BYTES) await this.pack();
    }
  }

  async end(): Promise<void> {
    await this.pack();
    await this.packing;
    this.packer.end();
    await finished(this.packer);
    this.file.end();
  }

  remove(): void {
    this.packer.destroy();
    this.file.remove();
  }

  /** Waits for the chunk before this one, and no longer. */
  private async pack(): Promise<void> {
    await this.packing;
    const [full, free] = this.chunks;
    this.chunks = [free, full];
    this.packing = this.send(full.subarray(0, this.filled));
    this.packing.catch(() => {});
    this.filled = 0;
  }

  private async send(bytes: Buffer): Promise<void> {
    await new Promise<void>((resolve) => this.packer.write(bytes, () => resolve()));
    if (this.packer.errored) throw this.packer.errored;
  }

  private store(bytes: Buffer, compression: Compression): void {
    try {
      if (this.packed === 0 && compression === "gzip") bytes[SYSTEM_AT] = UNKNOWN_SYSTEM;
      this.packed += bytes.length;
      this.file.append(bytes);
    } catch (error) {
      this.packer.destroy(error as Error);
    }
  }
}
