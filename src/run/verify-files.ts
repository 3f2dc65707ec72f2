import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentRecord } from "../core/record.ts";
import { countFiles, FILES_FOLDER } from "../sinks/document-files.ts";
import { fileContent } from "../sinks/file-content.ts";
import { FileNames } from "../sinks/file-names.ts";
import { type CheckedRecord, openRunFiles } from "./run-files.ts";
import type { RunSummary } from "./summary.ts";

/** What does not hold of an input or an output. */
export interface RunProblem {
  readonly path: string;
  readonly record?: number;
  readonly problem: string;
}

/** Whether the documents' own files are what the records say, and no others. */
export async function* verifyFiles(folder: string, summary: RunSummary): AsyncGenerator<RunProblem> {
  const { documents } = openRunFiles(folder, summary);
  const names = new FileNames();
  for (;;) {
    const record = await documents.takeIf(() => true);
    if (!record) break;
    const name = names.nameOf(record);
    const isAlike = sameContent(readFile(join(folder, FILES_FOLDER, name)), record, summary);
    const { path, record: place } = record.source;
    if (!isAlike)
      yield { path, ...(place !== undefined && { record: place }), problem: `${name} is not the text of its record` };
  }
  const more = countFiles(folder) - documents.taken;
  if (more > 0) yield { path: "", problem: `${FILES_FOLDER}/ has ${more} files that are of no document` };
}

/** Where fields were selected, the record may lack what stands above the text. */
function sameContent(content: string | undefined, record: CheckedRecord, { output }: RunSummary): boolean {
  const { fields, frontMatter = false } = output ?? {};
  if (!fields) return content === fileContent(record as DocumentRecord, frontMatter);
  return content?.endsWith(fileContent(record as DocumentRecord, false)) ?? false;
}

function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
