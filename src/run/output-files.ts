import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { BufferedFile } from "./buffered-file.ts";

/** What a run writes. */
export type OutputName = "documents.jsonl" | "ledger.jsonl" | "failures.jsonl" | "run.json";

/** Where a run's output goes. */
export interface Output {
  write(name: OutputName, bytes: Uint8Array): void | Promise<void>;
  /** Everything was written: make it final. */
  commit(): void;
  /** The run broke: leave nothing half-done behind. */
  discard(): void;
}

const NAMES: readonly OutputName[] = ["documents.jsonl", "ledger.jsonl", "failures.jsonl", "run.json"];

/** A folder's files. Each is written under a temporary name; none gets its own before all of them are on the disk. */
export class OutputFolder implements Output {
  private readonly folder: string;
  private readonly files = new Map<OutputName, BufferedFile>();

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    for (const name of NAMES) this.files.set(name, new BufferedFile(temporaryName(folder, name)));
  }

  write(name: OutputName, bytes: Uint8Array): void {
    this.files.get(name)?.append(bytes);
  }

  commit(): void {
    for (const file of this.files.values()) file.sync();
    for (const [name, file] of this.files) {
      file.close();
      renameSync(temporaryName(this.folder, name), join(this.folder, name));
    }
  }

  discard(): void {
    for (const file of this.files.values()) file.remove();
  }
}

/** Hidden, so that nobody takes it for an output. */
export function temporaryName(folder: string, name: string): string {
  return join(folder, `.${name}.partial`);
}
