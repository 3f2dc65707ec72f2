import { createReadStream } from "node:fs";
import { createGunzip, createZstdDecompress } from "node:zlib";
import { type ZodType, z } from "zod";
import { splitJsonLines } from "../sources/jsonl.ts";

/** The lines of an output, in however many files and whatever form, each checked against its schema; one is foreseen. */
export class LineReader<Line> {
  /** Lines taken so far. */
  taken = 0;
  /** Of the output as plain JSONL. */
  readonly name: string;
  private readonly schema: ZodType;
  private readonly lines: AsyncIterator<unknown>;
  private next: Line | undefined;

  constructor(name: string, files: readonly string[], schema: ZodType) {
    this.name = name;
    this.schema = schema;
    this.lines = readFiles(files);
  }

  async peek(): Promise<Line | undefined> {
    if (this.next !== undefined) return this.next;
    const { value, done } = await this.lines.next();
    if (!done) this.next = this.parse(value);
    return this.next;
  }

  async takeIf(wanted: (line: Line) => boolean): Promise<Line | undefined> {
    const line = await this.peek();
    if (line === undefined || !wanted(line)) return undefined;
    this.next = undefined;
    this.taken++;
    return line;
  }

  async close(): Promise<void> {
    await this.lines.return?.();
  }

  private parse(line: unknown): Line {
    const parsed = this.schema.safeParse(line);
    if (parsed.success) return parsed.data as Line;
    const problem = z.prettifyError(parsed.error).replaceAll("\n", " ");
    throw new Error(`${this.name}: line ${this.taken + 1} breaks the schema: ${problem}`);
  }
}

async function* readFiles(files: readonly string[]): AsyncGenerator<unknown> {
  for (const file of files) {
    if (file.endsWith(".parquet")) yield* (await import("../sinks/read-parquet.ts")).readParquet(file);
    else yield* readLines(file);
  }
}

/** Not Node's own line reader, which also breaks lines at U+2028, as it may stand in a JSON string. */
async function* readLines(file: string): AsyncGenerator<unknown> {
  for await (const part of splitJsonLines(openLines(file), file)) {
    if ("failure" in part) throw new Error(part.failure.message);
    for (const line of Buffer.from(part.bytes.buffer).toString("utf8").split("\n"))
      if (line !== "") yield parseJson(line);
  }
}

function openLines(file: string): AsyncIterable<Uint8Array> {
  const stream = createReadStream(file);
  if (file.endsWith(".gz")) return stream.compose(createGunzip());
  return file.endsWith(".zst") ? stream.compose(createZstdDecompress()) : stream;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
