import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DocumentRecord } from "../core/record.ts";
import { UsageError } from "../core/usage-error.ts";
import { BufferedFile } from "./buffered-file.ts";
import { CompressedFile } from "./compressed-file.ts";
import { DocumentFiles, removeFiles } from "./document-files.ts";
import type { LineSink } from "./line-sink.ts";
import type { Output, OutputName } from "./output.ts";
import type { OutputForm, WrittenForm } from "./output-form.ts";
import { documentsEnding, isOutput, leavingsIn, linesEnding, outputsIn, temporaryName } from "./output-names.ts";
import { RunLock } from "./run-lock.ts";
import { FieldSelector, sayField } from "./select-fields.ts";
import { Shards } from "./shards.ts";
import { syncFolder } from "./sync-file.ts";

/** What a run keeps for itself, in the folder of its output. */
export const PRIVATE_FOLDER = ".dehusk";

/** Makes a file that documents are written to. */
export type OpenDocuments = (path: string, form: OutputForm) => LineSink;

/**
 * A folder's files. Each is written under a temporary name; none gets its own before all of them are on the disk. From
 * the first moment to {@link commit} or {@link discard} no other run can have the folder.
 */
export class OutputFolder implements Output {
  private readonly folder: string;
  private readonly form: OutputForm;
  private readonly lock: RunLock;
  private readonly selector: FieldSelector | undefined;
  private files: DocumentFiles | undefined;
  private readonly sinks = new Map<OutputName, Shards>();

  /**
   * `openDocuments` is needed where the documents are no JSONL.
   *
   * @throws {UsageError} when something other than a file or folder of the run stands in the way, or another run is at it.
   */
  constructor(folder: string, form: OutputForm = {}, openDocuments: OpenDocuments = openLines) {
    refuse(folder, "file");
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    this.form = form;
    this.selector = form.fields && new FieldSelector(form.fields);
    this.lock = RunLock.take(join(folder, PRIVATE_FOLDER));
    const lines = linesEnding(form);
    try {
      for (const name of leavingsIn(folder)) rmSync(join(folder, name), { force: true });
      this.add("documents.jsonl", "documents", documentsEnding(form), (path) => openDocuments(path, form));
      this.add("ledger.jsonl", "ledger", lines, (path) => openLines(path, form));
      this.add("failures.jsonl", "failures", lines, (path) => openLines(path, form));
      if (form.files) this.files = new DocumentFiles(folder, form.frontMatter === true);
      this.add("run.json", "run", ".json", (path) => new BufferedFile(path));
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  owns(file: string): boolean {
    return isOutput(file, this.folder);
  }

  write(name: OutputName, bytes: Uint8Array): void | Promise<void> {
    const isDocument = name === "documents.jsonl" && bytes.length > 0;
    if (isDocument) this.files?.add(JSON.parse(Buffer.from(bytes).toString()) as DocumentRecord);
    return this.sinks.get(name)?.append(isDocument && this.selector ? this.selector.selectLine(bytes) : bytes);
  }

  describe(): WrittenForm {
    const { fields, ...form } = this.form;
    const { names = [] } = this.sinks.get("documents.jsonl") ?? {};
    return { ...form, ...(fields && { fields: fields.map(sayField) }), names };
  }

  /** run.json is the mark of a whole run: an earlier one goes first, and the new one comes last. */
  async commit(): Promise<void> {
    const sinks = [...this.sinks.values()];
    for (const sink of sinks) await sink.end();
    this.files?.end();
    const names = sinks.flatMap((sink) => sink.names);
    this.removeEarlier(new Set(names));
    rmSync(join(this.folder, "run.json"), { force: true });
    this.files?.commit();
    for (const name of names) {
      // On the disk before run.json: the names are no more durable than the bytes until their folder is.
      if (name === "run.json") syncFolder(this.folder);
      renameSync(join(this.folder, temporaryName(name)), join(this.folder, name));
    }
    syncFolder(this.folder);
    this.lock.release();
  }

  discard(): void {
    for (const sink of this.sinks.values()) sink.remove();
    this.files?.discard();
    this.lock.release();
  }

  /** Of an earlier run in another form, or with more files of documents. Without a run.json they are not known to be. */
  private removeEarlier(names: ReadonlySet<string>): void {
    const earlier = outputsIn(this.folder);
    if (!earlier.includes("run.json")) return;
    if (!this.files) removeFiles(this.folder);
    for (const name of earlier) if (!names.has(name)) rmSync(join(this.folder, name));
  }

  private add(output: OutputName, stem: string, ending: string, open: (path: string) => LineSink): void {
    const openNamed = (name: string): LineSink => {
      // A folder under a final name would be found only when the first outputs have got theirs.
      refuse(join(this.folder, name), "folder");
      return open(join(this.folder, temporaryName(name)));
    };
    const size = output === "documents.jsonl" ? this.form.shardSize : undefined;
    this.sinks.set(output, new Shards((number) => `${stem}${number}${ending}`, openNamed, size));
  }
}

function openLines(path: string, { compress }: OutputForm): LineSink {
  return compress ? new CompressedFile(path, compress) : new BufferedFile(path);
}

function refuse(path: string, kind: "file" | "folder"): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats && stats.isDirectory() === (kind === "folder"))
    throw new UsageError(`${path} is a ${kind} already and cannot become an output; choose another --out`);
}
