import { once } from "node:events";
import type { Failure } from "../core/failure.ts";
import type { Output, OutputName } from "../sinks/output.ts";
import { FieldSelector, type SelectedField } from "../sinks/select-fields.ts";
import { printable, printableLines } from "./printable.ts";

/** Documents on standard output, failures as lines for a reader on standard error; the ledger needs a folder. */
export class StandardOutput implements Output {
  private readonly selector: FieldSelector | undefined;

  constructor(fields?: readonly SelectedField[]) {
    this.selector = fields && new FieldSelector(fields);
  }

  owns(): boolean {
    return false;
  }

  async write(name: OutputName, bytes: Uint8Array): Promise<void> {
    if (name === "failures.jsonl") this.tell(JSON.parse(Buffer.from(bytes).toString()) as Failure);
    if (name !== "documents.jsonl" || bytes.length === 0) return;
    const line = this.selector?.selectLine(bytes) ?? bytes;
    const data = process.stdout.isTTY ? printableLines(Buffer.from(line).toString()) : line;
    if (!process.stdout.write(data)) await once(process.stdout, "drain");
  }

  commit(): void {}

  discard(): void {}

  private tell({ path, record, reason, message }: Failure): void {
    const place = record === undefined ? path : `${path}:${record}`;
    process.stderr.write(`dehusk: ${printable(`${place}: ${reason}: ${message}`)}\n`);
  }
}
