import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { type ZodType, z } from "zod";
import { splitJsonLines } from "../sources/jsonl.ts";

/** The lines of a JSONL output, each checked against its schema, with one line of foresight. */
export class LineReader<Line> {
  /** Lines taken so far. */
  taken = 0;
  readonly name: string;
  private readonly schema: ZodType;
  private readonly lines: AsyncIterator<string>;
  private next: Line | undefined;

  constructor(file: string, schema: ZodType) {
    this.name = basename(file);
    this.schema = schema;
    this.lines = readLines(file);
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

  private parse(line: string): Line {
    const parsed = this.schema.safeParse(parseJson(line));
    if (parsed.success) return parsed.data as Line;
    const problem = z.prettifyError(parsed.error).replaceAll("\n", " ");
    throw new Error(`${this.name}: line ${this.taken + 1} breaks the schema: ${problem}`);
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Not Node's own line reader, which also breaks lines at U+2028, as it may stand in a JSON string. */
async function* readLines(file: string): AsyncGenerator<string> {
  for await (const part of splitJsonLines(createReadStream(file), file)) {
    if ("failure" in part) throw new Error(part.failure.message);
    yield* Buffer.from(part.bytes.buffer).toString("utf8").split("\n").filter(Boolean);
  }
}
