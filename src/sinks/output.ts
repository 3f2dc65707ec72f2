import type { WrittenForm } from "./output-form.ts";

/** What a run writes, by its name as plain JSONL. */
export type OutputName = "documents.jsonl" | "ledger.jsonl" | "failures.jsonl" | "run.json";

/** Where a run's output goes. */
export interface Output {
  /** Whether this file is one that the run writes, or that an earlier one wrote in its place. */
  owns(file: string): boolean;
  /** Of documents one line at a time. The bytes have to stay as they are until it is done. */
  write(name: OutputName, bytes: Uint8Array): void | Promise<void>;
  /** In what form the documents were written, and to which files; asked when all of them are. */
  describe?(): WrittenForm;
  /** Everything was written: make it final. */
  commit(): void | Promise<void>;
  /** The run broke: leave nothing half-done behind. */
  discard(): void;
}
