/** Reads a stream by lengths and marks. Holds no more than was asked for and one block. */
export class ByteCursor {
  /** Bytes read or passed over so far. */
  position = 0;
  private readonly blocks: AsyncIterator<Uint8Array>;
  /** What of the last block is not read yet. */
  private rest: Buffer = Buffer.alloc(0);

  constructor(blocks: AsyncIterable<Uint8Array>) {
    this.blocks = blocks[Symbol.asyncIterator]();
  }

  /** The next bytes; fewer only at the end. */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.stream(length)) parts.push(part);
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }

  /** Passes over bytes and tells how many there were. */
  async skip(length: number): Promise<number> {
    let count = 0;
    for await (const part of this.stream(length)) count += part.length;
    return count;
  }

  /** The next bytes as they come. */
  async *stream(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.rest.length === 0 && !(await this.load())) return;
      const part = this.advance(Math.min(left, this.rest.length));
      left -= part.length;
      yield part;
    }
  }

  /** All up to a mark, which is included; `undefined`, with nothing read, where it is not in the next `most` bytes. */
  async through(mark: string, most: number): Promise<Buffer | undefined> {
    for (let from = 0; ; ) {
      const at = this.rest.indexOf(mark, from, "latin1");
      if (at >= 0 && at + mark.length <= most) return this.advance(at + mark.length);
      if (at >= 0 || this.rest.length >= most) return undefined;
      from = Math.max(0, this.rest.length - mark.length + 1);
      if (!(await this.load())) return undefined;
    }
  }

  /** Passes over all before a mark; false where there is none. */
  async skipTo(mark: string): Promise<boolean> {
    for (;;) {
      const at = this.rest.indexOf(mark, 0, "latin1");
      this.advance(at >= 0 ? at : Math.max(0, this.rest.length - mark.length + 1));
      if (at >= 0) return true;
      if (!(await this.load())) return false;
    }
  }

  /** The next byte, which stays unread. */
  async peek(): Promise<number | undefined> {
    if (this.rest.length === 0) await this.load();
    return this.rest[0];
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.blocks.return?.();
  }

  private advance(length: number): Buffer {
    const part = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    this.position += length;
    return part;
  }

  /** Puts another block behind the rest; false at the end. */
  private async load(): Promise<boolean> {
    const { value, done } = await this.blocks.next();
    if (done) return false;
    const block = Buffer.from(value.buffer, value.byteOffset, value.length);
    this.rest = this.rest.length === 0 ? block : Buffer.concat([this.rest, block]);
    return true;
  }
}
