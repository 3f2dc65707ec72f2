import type { Input } from "../core/source.ts";
import type { BatchItem } from "./clean-item.ts";

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
  private readonly totalFiles: number;
  private readonly totalBytes: number;
  private readonly report: ((progress: Progress) => void) | undefined;

  constructor(inputs: readonly Input[], report: ((progress: Progress) => void) | undefined) {
    this.totalFiles = inputs.length;
    this.totalBytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
    this.report = report;
  }

  /** A file that comes in parcels is done with the item behind the last of them. */
  add(items: readonly BatchItem[]): void {
    for (const { input, parcel, read = input.bytes } of items) {
      this.bytes += read;
      if (!parcel) this.files++;
    }
    const { files, totalFiles, bytes, totalBytes } = this;
    this.report?.({ files, totalFiles, bytes, totalBytes });
  }
}
