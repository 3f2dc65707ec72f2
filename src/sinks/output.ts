/** What a run writes. */
export type OutputName = "documents.jsonl" | "ledger.jsonl" | "failures.jsonl" | "run.json";

/** Where a run's output goes. */
export interface Output {
  /** Whether this file is one that the run writes, or that an earlier one wrote in its place. */
  owns(file: string): boolean;
  write(name: OutputName, bytes: Uint8Array): void | Promise<void>;
  /** Everything was written: make it final. */
  commit(): void;
  /** The run broke: leave nothing half-done behind. */
  discard(): void;
}
