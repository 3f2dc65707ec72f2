import type { Input } from "../core/source.ts";
import type { BatchItem } from "./clean-batch.ts";

/** How far a run is. */
export interface Progress {
  readonly files: number;
  readonly totalFiles: number;
  readonly bytes: number;
  /** 0 where the size is not known, as on standard input. */
  readonly totalBytes: number;
}

/** Counts finished batches and reports after each. */
export class ProgressCounter {
  private files = 0;
  private bytes = 0;
  /** Bytes of the files that come in chunks, by order. */
  private readonly chunks = new Map<number, number>();
  private readonly totalFiles: number;
  private readonly totalBytes: number;
  private readonly report: ((progress: Progress) => void) | undefined;

  constructor(inputs: readonly Input[], report: ((progress: Progress) => void) | undefined) {
    this.totalFiles = inputs.length;
    this.totalBytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
    this.report = report;
  }

  add(items: readonly BatchItem[]): void {
    for (const { order, input, lines } of items) {
      this.bytes += lines?.bytes.length ?? input.bytes;
      if (!lines || this.isComplete(order, input.bytes, lines.bytes.length)) this.files++;
    }
    const { files, totalFiles, bytes, totalBytes } = this;
    this.report?.({ files, totalFiles, bytes, totalBytes });
  }

  /** A file that comes in chunks of lines is done when the last of them is. */
  private isComplete(order: number, size: number, chunk: number): boolean {
    const sum = (this.chunks.get(order) ?? 0) + chunk;
    this.chunks.set(order, sum);
    return sum === size;
  }
}
