import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { DocumentRecord } from "../core/record.ts";
import { UsageError } from "../core/usage-error.ts";
import { fileContent } from "./file-content.ts";
import { FileNames } from "./file-names.ts";
import { syncFolder } from "./sync-file.ts";

/** The folder of the documents' own files, in that of a run's output. */
export const FILES_FOLDER = "documents";
const PARTIAL = `.${FILES_FOLDER}.partial`;
const EARLIER = `.${FILES_FOLDER}.earlier`;
/** Lies in the folder and says that a run made it; no other folder is ever written to or taken away. */
const MARK = ".dehusk-files";

/** One text or Markdown file a document, in a folder that gets its name when it is whole. */
export class DocumentFiles {
  private readonly out: string;
  private readonly frontMatter: boolean;
  private readonly names = new FileNames();
  private readonly folders = new Set<string>();

  /** @throws {UsageError} when a folder that no run has made is in the way. */
  constructor(out: string, frontMatter: boolean) {
    const folder = join(out, FILES_FOLDER);
    if (existsSync(folder) && !isFilesFolder(folder) && readdirSync(folder).length > 0)
      throw new UsageError(`${folder} holds files that are none of dehusk's; choose another --out`);
    this.out = out;
    this.frontMatter = frontMatter;
    this.discard();
    mkdirSync(join(out, PARTIAL));
    this.store(MARK, "");
  }

  add(record: DocumentRecord): void {
    this.store(this.names.nameOf(record), fileContent(record, this.frontMatter));
  }

  /** Returns when the names of the files are as durable as what is in them. */
  end(): void {
    for (const folder of this.folders) syncFolder(folder);
  }

  /** Gives the folder its name. */
  commit(): void {
    if (existsSync(join(this.out, FILES_FOLDER))) renameSync(join(this.out, FILES_FOLDER), join(this.out, EARLIER));
    renameSync(join(this.out, PARTIAL), join(this.out, FILES_FOLDER));
    rmSync(join(this.out, EARLIER), { recursive: true, force: true });
  }

  discard(): void {
    for (const name of [PARTIAL, EARLIER]) rmSync(join(this.out, name), { recursive: true, force: true });
  }

  private store(name: string, content: string): void {
    const path = join(this.out, PARTIAL, name);
    const folder = dirname(path);
    if (!this.folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.folders.add(folder);
    // Two names are never the same, whatever a file system thinks of case.
    const handle = openSync(path, "wx");
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
}

/** Whether a run made a folder. */
export function isFilesFolder(folder: string): boolean {
  return existsSync(join(folder, MARK));
}

/** Takes the files of an earlier run away. */
export function removeFiles(out: string): void {
  const folder = join(out, FILES_FOLDER);
  if (isFilesFolder(folder)) rmSync(folder, { recursive: true });
}

/** How many files of documents there are. */
export function countFiles(out: string): number {
  const entries = readdirSync(join(out, FILES_FOLDER), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name !== MARK).length;
}
