import { isUtf8 } from "node:buffer";
import { type BigIntStats, type Dirent, readFileSync, type Stats, statSync } from "node:fs";
import { readdir, realpath } from "node:fs/promises";

/** `special` is a socket, a FIFO or a device. */
export type FileKind = "file" | "folder" | "link" | "special";

export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind;
  /** The name is not valid UTF-8, so no string can open it; `name` shows it with replacement characters. */
  readonly garbled: boolean;
}

/** What stands at the end of a path, links followed. */
export interface FileFacts {
  readonly kind: FileKind;
  /** Size in bytes. */
  readonly bytes: number;
}

/** What listing needs of a file system; every method rejects with Node's own errors. */
export interface FolderAccess {
  list(folder: string): Promise<readonly FolderEntry[]>;
  stat(file: string): Promise<FileFacts>;
  /** The absolute path without links. */
  realPath(file: string): Promise<string>;
}

/** What reading needs of a file system: synchronous, for worker threads; every method throws Node's own errors. */
export interface FileAccess {
  stat(file: string): FileFacts;
  read(file: string): Uint8Array;
}

export const nodeFolders: FolderAccess = {
  async list(folder) {
    // As bytes: decoded names that differ only in invalid bytes would look alike, and opening them would say "gone".
    const entries = await readdir(folder, { withFileTypes: true, encoding: "buffer" });
    return entries.map((entry) => ({
      name: entry.name.toString(),
      kind: kindOf(entry),
      garbled: !isUtf8(entry.name),
    }));
  },
  // Synchronous inside: a call costs a tenth of the way through Node's thread pool, and a folder has many files.
  stat: async (file) => factsOf(statSync(file)),
  realPath: (file) => realpath(file),
};

export const nodeFiles: FileAccess = {
  stat: (file) => factsOf(statSync(file)),
  read: (file) => readFileSync(file),
};

/** What a call of the system says of a file. */
export function factsOf(stats: Stats | BigIntStats): FileFacts {
  return { kind: kindOf(stats), bytes: Number(stats.size) };
}

function kindOf(entry: Dirent<Buffer> | Stats | BigIntStats): FileKind {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  return entry.isSymbolicLink() ? "link" : "special";
}
