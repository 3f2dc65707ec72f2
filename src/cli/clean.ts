import { tmpdir } from "node:os";
import { Command, InvalidArgumentError, Option } from "commander";
import type { TextFormat } from "../core/document.ts";
import { DEFAULT_EXTRACTOR, extractors } from "../open-page.ts";
import { cleanRun } from "../run/clean-run.ts";
import type { RecordOptions } from "../run/record-options.ts";
import { isBalanced, type RunSummary } from "../run/summary.ts";
import { defaultFields, type FieldOptions } from "../sources/json-record.ts";
import type { ReadOptions } from "../sources/read-options.ts";
import { type JudgeFlags, judgeOptionsOf, withJudgeOptions } from "./judge-flags.ts";
import { type LimitFlags, limitsOfFlags, parseBytes, withLimitOption } from "./limit-flag.ts";
import { type FileFlags, optionsFromFiles, withOptionFiles } from "./option-files.ts";
import { type OutputFlags, openOutput, withOutputOptions } from "./output-flags.ts";
import { printable } from "./printable.ts";
import { ProgressLine } from "./progress-line.ts";
import { journalOf, type ResumeFlags, withResumeFlags } from "./resume-flags.ts";
import { StopSignals } from "./stop-signals.ts";
import { summaryText } from "./summary-text.ts";
import { type WorkerLimitFlags, withWorkerLimits, workerLimitsOf } from "./worker-limits.ts";

interface Flags extends FieldOptions, JudgeFlags, FileFlags, LimitFlags, OutputFlags, WorkerLimitFlags, ResumeFlags {
  readonly workers?: number;
  readonly extractor: string;
  readonly format: TextFormat;
  readonly charset?: string;
  readonly captions?: true;
  readonly keepTitle?: true;
  readonly wikiResidue?: true;
  readonly dedupe: boolean;
  readonly learn: boolean;
  readonly memory?: number;
  readonly json?: true;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

const EXAMPLES = `
Examples:
  $ dehusk clean scrapes/ --out output
  $ dehusk clean news.jsonl pages/ --out output --workers 4 --json
  $ dehusk clean pages.jsonl --out output --config dehusk.json
  $ dehusk clean pages/ --out output --format markdown
  $ dehusk clean crawl/ --out output --parquet --compress zst --shard-size 512M
  $ zcat crawl.jsonl.gz | dehusk clean - --html-field html > clean.jsonl`;

/** \`dehusk clean\`: the main job. */
export function cleanCommand(): Command {
  return withResumeFlags(
    withWorkerLimits(withOptionFiles(withJudgeOptions(withReadOptions(withOutputOptions(new Command("clean")))))),
  )
    .description("Clean files, folders or JSONL into documents.jsonl, ledger.jsonl, failures.jsonl and run.json.")
    .argument("<paths...>", "files and folders, or - for JSONL on standard input")
    .option("--include <glob>", "only files that match, such as '*.html' or 'news/**'; several times", addGlob)
    .option("--exclude <glob>", "no files that match; several times", addGlob)
    .option("-w, --workers <n>", "threads (by default as many as the input is worth)", parseCount)
    .addOption(new Option("--extractor <name>", "for HTML").choices(Object.keys(extractors)).default(DEFAULT_EXTRACTOR))
    .addOption(new Option("--format <format>", "of the cleaned text").choices(["text", "markdown"]).default("text"))
    .option("--charset <label>", "encoding of the files, where it is known", parseCharset)
    .option("--captions", "keep the captions of figures and tables in an article")
    .option("--keep-title", "keep the headline as the first paragraph as well")
    .option("--wiki-residue", "take [edit], [77] and the like out of every text, not only of plain wiki texts")
    .option("--no-dedupe", "keep duplicate paragraphs and documents")
    .option("--no-learn", "keep lines that repeat on many pages of one source")
    .option("--memory <bytes>", "memory for deciding on duplicates (512M); what does not fit waits on disk", parseBytes)
    .option("--json", "print the summary as JSON")
    .addHelpText("after", EXAMPLES)
    .action((paths: string[], flags: Flags, command: Command) => clean(paths, flags, command));
}

/** How input is read, the same for every command that reads it. */
export function withReadOptions(command: Command): Command {
  return withLimitOption(command)
    .option("--text-field <name>", "field of JSON input that holds text", defaultFields.textField)
    .option("--html-field <name>", "… that holds HTML", defaultFields.htmlField)
    .option("--id-field <name>", "… that holds the id", defaultFields.idField)
    .option("--url-field <name>", "… that holds the address", defaultFields.urlField)
    .option("--title-field <name>", "… that holds the title", defaultFields.titleField);
}

/** The part of the flags that says how input is read. */
export function readOptionsOf(flags: FieldOptions & LimitFlags): ReadOptions {
  const { textField, htmlField, idField, urlField, titleField } = flags;
  return { fields: { textField, htmlField, idField, urlField, titleField }, ...limitsOfFlags(flags) };
}

async function clean(paths: readonly string[], flags: Flags, command: Command): Promise<void> {
  const isStream = paths.includes("-");
  if (isStream && paths.length > 1) command.error("error: - cannot be combined with other paths");
  if (!isStream && flags.out === undefined) command.error("error: required option '-o, --out <dir>' not specified");
  const { extractor, format, charset, captions, keepTitle, wikiResidue, dedupe, learn, include, exclude } = flags;
  const record: RecordOptions = {
    extractor,
    dedupe,
    learn,
    ...readOptionsOf(flags),
    ...(format !== "text" && { format }),
    ...(charset !== undefined && { charset }),
    ...(captions && { captions }),
    ...(keepTitle && { keepTitle }),
    ...(wikiResidue && { wikiResidue }),
    ...judgeOptionsOf(flags),
    ...(await optionsFromFiles(flags)),
  };
  const progress = new ProgressLine();
  const output = await openOutput(flags);
  const journal = isStream || flags.out === undefined ? undefined : journalOf(flags.out, flags, tellChange);
  const stop = new StopSignals(() => output.discard(), journal !== undefined);
  const summary = await cleanRun({
    roots: paths,
    ...((include || exclude) && { selection: { ...(include && { include }), ...(exclude && { exclude }) } }),
    record,
    // Drafts wait beside the output, where there must be room for them anyway.
    temporaryFolder: flags.out ?? tmpdir(),
    ...(isStream && { stream: process.stdin }),
    ...(flags.workers !== undefined && { workers: flags.workers }),
    ...(flags.memory !== undefined && { memory: flags.memory }),
    limits: workerLimitsOf(flags),
    output,
    ...(journal && { journal }),
    signal: stop.signal,
    onProgress: (state) => progress.show(state),
  }).finally(() => {
    progress.clear();
    stop.release();
  });
  tell(summary, flags);
  process.exitCode = exitCodeOf(summary);
}

/** 3 says that inputs were lost, which no run should ever say. */
export function exitCodeOf(summary: RunSummary): number {
  if (isBalanced(summary)) return summary.failures > 0 ? 1 : 0;
  const { inputs, documents, duplicates, failures, skipped } = summary;
  process.stderr.write(
    `dehusk: ${inputs} inputs were read, but ${documents} documents, ${duplicates} duplicates, ${failures} failures and ` +
      `${skipped} skipped written: do not trust this output, and please report this.\n`,
  );
  return 3;
}

/** Never silently: everything is cleaned again, which costs time. */
function tellChange(differences: readonly string[]): void {
  process.stderr.write(`dehusk: ${differences.join(", ")} since the last run into this folder; starting over\n`);
}

/** Standard output is the data's where there is no folder. */
function tell(summary: RunSummary, { out, json }: Flags): void {
  const stream = out === undefined ? process.stderr : process.stdout;
  stream.write(`${json ? printable(JSON.stringify(summary)) : summaryText(summary, out, stream)}\n`);
}

function addGlob(glob: string, others: readonly string[] = []): readonly string[] {
  return [...others, glob];
}

export function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 256)
    throw new InvalidArgumentError("must be a number from 1 to 256.");
  return count;
}

function parseCharset(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new InvalidArgumentError("is no encoding of the web, such as utf-8 or windows-1252.");
  }
}
