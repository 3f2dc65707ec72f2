/** Room that is kept from one use to the next, in bytes. */
const KEPT = 1 << 20;
/** Shorter texts get three bytes a code unit, the most that UTF-8 takes, rather than be counted first. UTF-16 code units. */
const SHORT = 1 << 16;

/** Gathers texts as UTF-8, and integers, in one buffer that is used again and again. */
export class ByteWriter {
  private buffer: Buffer = Buffer.allocUnsafe(KEPT);
  private length = 0;

  /** What was written since the last {@link clear}; good until the next. */
  get bytes(): Uint8Array {
    return this.buffer.subarray(0, this.length);
  }

  clear(): void {
    this.length = 0;
    if (this.buffer.length > 16 * KEPT) this.buffer = Buffer.allocUnsafe(KEPT);
  }

  /** Gives the number of bytes that the text took. */
  write(text: string): number {
    this.reserve(text.length <= SHORT ? 3 * text.length : Buffer.byteLength(text));
    const count = this.buffer.write(text, this.length);
    this.length += count;
    return count;
  }

  /** Writes 32-bit integers in the machine's own byte order; gives the number of bytes. */
  writeValues({ buffer, byteOffset, byteLength }: Uint32Array): number {
    this.reserve(byteLength);
    this.buffer.set(new Uint8Array(buffer, byteOffset, byteLength), this.length);
    this.length += byteLength;
    return byteLength;
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.buffer.length) return;
    const longer = Buffer.allocUnsafe(Math.max(needed, 2 * this.length));
    longer.set(this.bytes);
    this.buffer = longer;
  }
}
