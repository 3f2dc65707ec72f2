import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflateRaw, createZstdDecompress, type Zlib } from "node:zlib";
import type { Packing } from "./packing.ts";
import { SourceError } from "./source-error.ts";
import type { UnpackMeter } from "./unpack-meter.ts";

/** Bytes that an engine hands over at once; it waits until they are taken. */
const chunkSize = 2 ** 16;

type Engine = Transform & Zlib;

const createEngine: Readonly<Record<Packing, () => Engine>> = {
  gzip: () => createGunzip({ chunkSize }),
  zstd: () => createZstdDecompress({ chunkSize }),
  brotli: () => createBrotliDecompress({ chunkSize }),
  deflate: () => createInflateRaw({ chunkSize }),
};

/**
 * Unpacks a stream, also of several members or frames one behind the other (which Node's own streams partly drop).
 * Whatever could be unpacked comes before the error, and the same for the same blocks.
 *
 * @throws {SourceError} where the data are damaged or cut off, or a limit is passed.
 */
export async function* unpackStream(
  packing: Packing,
  blocks: AsyncIterable<Uint8Array>,
  meter: UnpackMeter,
): AsyncGenerator<Buffer> {
  let unpacker: Unpacker | undefined;
  let at = 0;
  try {
    for await (const block of blocks) {
      for (let rest = block; rest.length > 0; ) {
        if (!unpacker && packing === "gzip") rest = rest.subarray(paddingAt(rest));
        if (rest.length === 0) break;
        unpacker ??= new Unpacker(packing, meter, at + block.length - rest.length);
        yield* unpacker.feed(rest);
        rest = rest.subarray(rest.length - unpacker.left);
        if (unpacker.ended) unpacker = undefined;
      }
      at += block.length;
    }
    if (unpacker) yield* unpacker.finish();
  } finally {
    unpacker?.close();
  }
}

/** Zeros behind the end of a gzip member, as tapes and some tools leave them. */
export function paddingAt(bytes: Uint8Array): number {
  let count = 0;
  while (count < bytes.length && bytes[count] === 0) count++;
  return count;
}

/** One run of an engine: it ends with the data, or with the first member or frame where the engine knows only one. */
class Unpacker {
  ended = false;
  /** Bytes of what was fed last that lie behind the end. */
  left = 0;
  private readonly engine: Engine;
  private readonly packing: Packing;
  private readonly meter: UnpackMeter;
  /** Bytes before the first one of this run, and fed to it. */
  private readonly start: number;
  private fed = 0;
  private failed: Error | undefined;
  private wake: () => void = () => {};

  constructor(packing: Packing, meter: UnpackMeter, start: number) {
    this.packing = packing;
    this.meter = meter;
    this.start = start;
    this.engine = createEngine[packing]();
    this.engine.on("readable", () => this.wake());
    this.engine.on("end", () => {
      this.ended = true;
      this.wake();
    });
    this.engine.on("error", (error) => {
      this.failed = error;
      this.wake();
    });
  }

  async *feed(bytes: Uint8Array): AsyncGenerator<Buffer> {
    let isTaken = false;
    this.fed += bytes.length;
    this.engine.write(bytes, () => {
      isTaken = true;
      this.wake();
    });
    yield* this.drain(() => isTaken);
    // Bytes that the engine did not want show that it is at its end, which it tells only later.
    this.left = this.fed - this.engine.bytesWritten;
    this.ended ||= this.left > 0;
  }

  async *finish(): AsyncGenerator<Buffer> {
    this.engine.end();
    yield* this.drain(() => this.ended);
  }

  close(): void {
    this.engine.destroy();
  }

  /** All that comes out until `isDone`. Read as it comes: what waits in a stream is lost when the stream breaks. */
  private async *drain(isDone: () => boolean): AsyncGenerator<Buffer> {
    for (;;) {
      const chunk = this.engine.read() as Buffer | null;
      if (chunk !== null) {
        yield chunk;
        this.meter.add(chunk.length);
      } else if (this.failed) {
        throw new SourceError(
          "damaged",
          `${this.packing}: ${this.failed.message}, within its first ${this.start + this.fed} bytes`,
        );
      } else if (isDone() || this.ended) return;
      else
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
    }
  }
}
