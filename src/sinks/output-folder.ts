import { mkdirSync, realpathSync, renameSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../core/usage-error.ts";
import { BufferedFile } from "./buffered-file.ts";
import type { Output, OutputName } from "./output.ts";

const NAMES: readonly OutputName[] = ["documents.jsonl", "ledger.jsonl", "failures.jsonl", "run.json"];

/** A folder's files. Each is written under a temporary name; none gets its own before all of them are on the disk. */
export class OutputFolder implements Output {
  private readonly folder: string;
  private readonly files = new Map<OutputName, BufferedFile>();

  /** @throws {UsageError} when something other than a file or folder of the run stands in the way. */
  constructor(folder: string) {
    refuse(folder, "file");
    mkdirSync(folder, { recursive: true });
    // A folder under a final name would be found only when the first outputs have got theirs.
    for (const name of NAMES) refuse(join(folder, name), "folder");
    this.folder = folder;
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

  commit(): void {
    for (const file of this.files.values()) file.sync();
    for (const [name, file] of this.files) {
      file.close();
      renameSync(temporaryName(this.folder, name), join(this.folder, name));
    }
  }

  discard(): void {
    for (const file of this.files.values()) file.remove();
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
