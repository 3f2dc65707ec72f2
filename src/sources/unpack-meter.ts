import { type Limits, UNPACKED_FREE } from "./limits.ts";
import { SourceError } from "./source-error.ts";

/** Watches over all that comes out of one input, whatever it is packed in. */
export class UnpackMeter {
  /** Bytes of the input itself that were read. */
  packed = 0;
  private unpacked = 0;
  private readonly limits: Limits;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Counts bytes that came out. @throws {SourceError} where a limit is passed. */
  add(bytes: number): void {
    this.unpacked += bytes;
    const { ratio, unpackedBytes } = this.limits;
    if (this.unpacked > Math.max(UNPACKED_FREE, ratio * this.packed))
      throw new SourceError("bomb", `${this.unpacked} bytes out of ${this.packed}`);
    if (this.unpacked > unpackedBytes) throw new SourceError("much-unpacked", `${this.unpacked} bytes`);
  }

  /** Blocks as they come from the disk, counted. */
  async *meter(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const block of blocks) {
      this.packed += block.length;
      yield block;
    }
  }
}
