import { mkdirSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../core/usage-error.ts";
import { BufferedFile } from "./buffered-file.ts";
import type { Output, OutputName } from "./output.ts";
import { RunLock } from "./run-lock.ts";
import { syncFolder } from "./sync-folder.ts";

/** What a run keeps for itself, in the folder of its output. */
const PRIVATE_FOLDER = ".dehusk";
const NAMES: readonly OutputName[] = ["documents.jsonl", "ledger.jsonl", "failures.jsonl", "run.json"];

/**
 * A folder's files. Each is written under a temporary name; none gets its own before all of them are on the disk. From
 * the first moment to {@link commit} or {@link discard} no other run can have the folder.
 */
export class OutputFolder implements Output {
  private readonly folder: string;
  private readonly lock: RunLock;
  private readonly files = new Map<OutputName, BufferedFile>();

  /** @throws {UsageError} when something other than a file or folder of the run stands in the way, or another run is at it. */
  constructor(folder: string) {
    refuse(folder, "file");
    mkdirSync(folder, { recursive: true });
    // A folder under a final name would be found only when the first outputs have got theirs.
    for (const name of NAMES) refuse(join(folder, name), "folder");
    this.folder = folder;
    this.lock = RunLock.take(join(folder, PRIVATE_FOLDER));
    try {
      for (const name of NAMES) this.files.set(name, new BufferedFile(temporaryName(folder, name)));
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  owns(file: string): boolean {
    return isOutput(file, this.folder);
  }

  write(name: OutputName, bytes: Uint8Array): void {
    this.files.get(name)?.append(bytes);
  }

  /** run.json is the mark of a whole run: an earlier one goes first, and the new one comes last. */
  commit(): void {
    for (const file of this.files.values()) file.sync();
    rmSync(join(this.folder, "run.json"), { force: true });
    for (const [name, file] of this.files) {
      // On the disk before run.json: the names are no more durable than the bytes until their folder is.
      if (name === "run.json") syncFolder(this.folder);
      file.close();
      renameSync(temporaryName(this.folder, name), join(this.folder, name));
    }
    syncFolder(this.folder);
    this.lock.release();
  }

  discard(): void {
    for (const file of this.files.values()) file.remove();
    this.lock.release();
  }
}

function refuse(path: string, kind: "file" | "folder"): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && stats.isDirectory() === (kind === "folder"))
    throw new UsageError(`${path} is a ${kind} already and cannot become an output; choose another --out`);
}

/** Whether a file is one of the outputs of the run in `folder`. */
export function isOutput(file: string, folder: string): boolean {
  // By name first: real paths cost a call each.
  return NAMES.some((name) => name === basename(file)) && realpathSync(dirname(file)) === realpathSync(folder);
}

/** Hidden, so that nobody takes it for an output. */
function temporaryName(folder: string, name: string): string {
  return join(folder, `.${name}.partial`);
}
