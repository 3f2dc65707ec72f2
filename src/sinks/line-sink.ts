/** A file that lines are appended to, whatever it makes of them. */
export interface LineSink {
  /** The bytes have to stay as they are until it is done. */
  append(lines: Uint8Array): void | Promise<void>;
  /** Everything was appended. Returns when all of it is on the disk, and closes the file. */
  end(): void | Promise<void>;
  /** Closes and deletes the file; may be called at any time, also twice. */
  remove(): void;
}
