import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cleanRun } from "../src/run/clean-run.ts";
import { OutputFolder } from "../src/sinks/output-folder.ts";
import { defaultFields } from "../src/sources/json-record.ts";

/** A new temporary folder with these files. */
export function emptyFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "dehusk-test-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Cleans roots into a folder and returns the folder. */
export async function cleanInto(out: string, roots: readonly string[], workers = 1): Promise<string> {
  const record = { fields: defaultFields, dedupe: true, learn: true };
  await cleanRun({ roots, record, workers, temporaryFolder: out, output: new OutputFolder(out) });
  return out;
}
