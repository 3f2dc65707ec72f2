import { readdirSync, realpathSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { FILES_FOLDER, isFilesFolder } from "./document-files.ts";
import type { Compression, OutputForm } from "./output-form.ts";

/** The ending that a packed file's name gets. */
const PACKED: Readonly<Record<Compression, string>> = { gzip: ".gz", zstd: ".zst" };

/** Every name that an output can have, in whatever form; nothing else in its folder is a run's own. */
const OUTPUT =
  /^(?:run\.json|(?:ledger|failures)\.jsonl(?:\.gz|\.zst)?|documents(?:-\d{5,9})?\.(?:parquet|jsonl(?:\.gz|\.zst)?))$/;

/** The ending of an output of JSON lines. */
export function linesEnding({ compress }: Pick<OutputForm, "compress">): string {
  return `.jsonl${compress ? PACKED[compress] : ""}`;
}

/** The ending of the documents' files. */
export function documentsEnding(form: Pick<OutputForm, "compress" | "documents">): string {
  return form.documents === "parquet" ? ".parquet" : linesEnding(form);
}

/** Hidden, so that nobody takes it for an output. */
export function temporaryName(name: string): string {
  return `.${name}.partial`;
}

/** Whether a file is one of the outputs of the run in `folder`, or of one that wrote there in another form. */
export function isOutput(file: string, folder: string): boolean {
  // By name first: real paths cost a call each.
  if (OUTPUT.test(basename(file)) && realpathSync(dirname(file)) === realpathSync(folder)) return true;
  return file.includes(`${sep}${FILES_FOLDER}${sep}`) && isBelowFiles(realpathSync(dirname(file)), folder);
}

function isBelowFiles(place: string, folder: string): boolean {
  const own = join(realpathSync(folder), FILES_FOLDER);
  return (place === own || place.startsWith(`${own}${sep}`)) && isFilesFolder(own);
}

/** Names of the outputs in a folder. */
export function outputsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => OUTPUT.test(name));
}

/** Temporary names in a folder: the leavings of a run that was killed. */
export function leavingsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => {
    const [, output = ""] = /^\.(.+)\.partial$/.exec(name) ?? [];
    return OUTPUT.test(output);
  });
}
