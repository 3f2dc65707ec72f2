import type { Output } from "../sinks/output.ts";
import type { Selection } from "../sources/selection.ts";
import type { Progress } from "./progress.ts";
import type { RecordOptions } from "./record-options.ts";

/** A run over files and folders, or over JSONL from a stream. */
export interface CleanRun {
  readonly roots: readonly string[];
  /** Taken instead of `roots`: JSONL, with the path `-`. */
  readonly stream?: AsyncIterable<Uint8Array>;
  /** Which of the files below the roots are inputs; all when left out. */
  readonly selection?: Selection;
  readonly record: RecordOptions;
  /** Threads; 1 works on the calling thread. By the size of the input when left out. */
  readonly workers?: number;
  /** Folder for what has to wait on disk. */
  readonly temporaryFolder: string;
  /** Memory that deciding on duplicates may use, in bytes. */
  readonly memory?: number;
  readonly output: Output;
  /** Stops the run: what was begun is finished, and the signal's reason is thrown. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}
