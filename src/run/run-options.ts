import type { Output } from "../sinks/output.ts";
import type { Selection } from "../sources/selection.ts";
import type { Progress } from "./progress.ts";
import type { RecordOptions } from "./record-options.ts";
import type { WorkerLimits } from "./worker-pool.ts";

/** How a run is resumed, and kept so that the next can be. */
export interface JournalOptions {
  /** Belongs to this run alone while it lasts. */
  readonly folder: string;
  /** Start over, whatever is there. */
  readonly fresh?: boolean;
  /** Compare the content of every file, not only its size and times. */
  readonly checkContent?: boolean;
  /** Told when what is there cannot be used, with what differs. */
  readonly onChange?: (differences: readonly string[]) => void;
}

/** A run over files and folders, or over JSONL from a stream. */
export interface CleanRun {
  readonly roots: readonly string[];
  /** Taken instead of `roots`: JSONL, with the path `-`. */
  readonly stream?: AsyncIterable<Uint8Array>;
  /** Which of the files below the roots are inputs; all when left out. */
  readonly selection?: Selection;
  readonly record: RecordOptions;
  /** Threads; 1 works on the calling thread where there are no limits. By the size of the input when left out. */
  readonly workers?: number;
  readonly limits?: WorkerLimits;
  /** Folder for what has to wait on disk. */
  readonly temporaryFolder: string;
  /** Memory that deciding on duplicates may use, in bytes. */
  readonly memory?: number;
  /** Where what was made of each input is kept for the next run. Not for a stream, which cannot be asked again. */
  readonly journal?: JournalOptions;
  readonly output: Output;
  /** Stops the run: what was begun is finished, and the signal's reason is thrown. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
