import { once } from "node:events";
import type { Failure } from "../core/failure.ts";
import type { Output, OutputName } from "../run/output-files.ts";
import { printable } from "./printable.ts";

/** Documents on standard output, failures as lines for a reader on standard error; the ledger needs a folder. */
export class StandardOutput implements Output {
  async write(name: OutputName, bytes: Uint8Array): Promise<void> {
    if (name === "failures.jsonl") {
      const { path, record, reason, message } = JSON.parse(Buffer.from(bytes).toString()) as Failure;
      const place = record === undefined ? path : `${path}:${record}`;
      process.stderr.write(`dehusk: ${printable(`${place}: ${reason}: ${message}`)}\n`);
    }
    if (name === "documents.jsonl" && bytes.length > 0 && !process.stdout.write(bytes))
      await once(process.stdout, "drain");
  }

  commit(): void {}

  discard(): void {}
}
