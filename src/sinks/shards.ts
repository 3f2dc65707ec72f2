import type { LineSink } from "./line-sink.ts";
import type { ShardSize } from "./output-form.ts";

/** Digits of a shard's number; more are taken where they are needed. */
const DIGITS = 5;

/**
 * Lines in one file or, with a size, in as many as they need: a new one is begun where the next line would go past it. So
 * where a shard ends depends on the lines alone; only a line that is larger by itself makes a larger shard.
 */
export class Shards implements LineSink {
  /** Final names of the files, in order. There is always one. */
  readonly names: string[] = [];
  private readonly nameOf: (number: string) => string;
  private readonly open: (name: string) => LineSink;
  private readonly size: ShardSize | undefined;
  private readonly sinks: LineSink[] = [];
  private lines = 0;
  private bytes = 0;

  /** `nameOf` makes a file's final name of its number, such as `-00000`, or of nothing where there is only one. */
  constructor(nameOf: (number: string) => string, open: (name: string) => LineSink, size?: ShardSize) {
    this.nameOf = nameOf;
    this.open = open;
    this.size = size;
    this.begin();
  }

  /** One line, or with no size any number; none at all where there are no bytes. */
  append(line: Uint8Array): void | Promise<void> {
    if (line.length === 0) return;
    if (this.lines > 0 && this.isFull(line.length)) return this.continueWith(line);
    return this.add(line);
  }

  end(): void | Promise<void> {
    return this.sinks.at(-1)!.end();
  }

  remove(): void {
    for (const sink of this.sinks) sink.remove();
  }

  private isFull(more: number): boolean {
    if (!this.size) return false;
    return "documents" in this.size ? this.lines >= this.size.documents : this.bytes + more > this.size.bytes;
  }

  private async continueWith(line: Uint8Array): Promise<void> {
    await this.end();
    this.begin();
    await this.add(line);
  }

  private add(line: Uint8Array): void | Promise<void> {
    this.lines++;
    this.bytes += line.length;
    return this.sinks.at(-1)!.append(line);
  }

  private begin(): void {
    const name = this.nameOf(this.size ? `-${String(this.names.length).padStart(DIGITS, "0")}` : "");
    this.sinks.push(this.open(name));
    this.names.push(name);
    this.lines = 0;
    this.bytes = 0;
  }
}
