import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { AsyncBuffer } from "hyparquet";
import { nodeFiles } from "./file-access.ts";
import { SourceError } from "./source-error.ts";

/** A file of which any part can be read, and how to let go of it. */
export interface FileBuffer extends AsyncBuffer {
  close(): void;
}

/**
 * Opens a file to read parts of it. Reading never fails, as the library leaves parts that it no longer wants to themselves, and what fails
 * there would end the process: where the file has become shorter there are zeros.
 *
 * @throws {SourceError} or an error of the file system when it cannot be opened.
 */
export function openFileBuffer(file: string): FileBuffer {
  // Never opened when it became a pipe or a device since it was listed: reading could wait for ever.
  if (nodeFiles.stat(file).kind === "special") throw new SourceError("special");
  const handle = openSync(file, "r");
  const byteLength = fstatSync(handle).size;
  let isOpen = true;
  const within = (offset: number): number => Math.max(0, Math.min(Number(offset) || 0, byteLength));
  return {
    byteLength,
    slice(start, end = byteLength) {
      const bytes = new Uint8Array(Math.max(0, within(end) - within(start)));
      if (isOpen) fill(handle, bytes, within(start));
      return bytes.buffer;
    },
    close() {
      isOpen = false;
      closeSync(handle);
    },
  };
}

function fill(handle: number, bytes: Uint8Array, start: number): void {
  try {
    for (let at = 0; at < bytes.length; ) {
      const count = readSync(handle, bytes, at, bytes.length - at, start + at);
      if (count === 0) return;
      at += count;
    }
  } catch {
    // A broken disk: the zeros that are left cannot be decoded, which is what is then told.
  }
}
