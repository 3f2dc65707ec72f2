import { join } from "node:path";
import type { Command } from "commander";
import { removeFiles } from "../run/journal/journal-files.ts";
import type { JournalOptions } from "../run/run-options.ts";
import { PRIVATE_FOLDER } from "../sinks/output-folder.ts";

/** Flags that say what of earlier runs is used again, and what is kept for later ones. */
export interface ResumeFlags {
  readonly fresh?: true;
  readonly checkContent?: true;
  readonly resume: boolean;
}

export function withResumeFlags(command: Command): Command {
  return command
    .option("--fresh", "start over: use nothing of earlier runs into the same folder")
    .option("--check-content", "know unchanged files by their content, not by size and times")
    .option("--no-resume", "use nothing of earlier runs, and keep nothing for later ones");
}

/** The journal in an output folder that belongs to this run; `undefined` where there is to be none. */
export function journalOf(
  folder: string,
  { fresh, checkContent, resume }: ResumeFlags,
  onChange: (differences: readonly string[]) => void,
): JournalOptions | undefined {
  const own = join(folder, PRIVATE_FOLDER);
  if (resume) return { folder: own, ...(fresh && { fresh }), ...(checkContent && { checkContent }), onChange };
  removeFiles(own);
  return undefined;
}
