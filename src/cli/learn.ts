import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { Command, Option } from "commander";
import { keepReview } from "../learn/keep-review.ts";
import type { Profile } from "../learn/profile.ts";
import { DEFAULT_EXTRACTOR, extractors } from "../open-page.ts";
import type { RecordOptions } from "../run/record-options.ts";
import type { FieldOptions } from "../sources/json-record.ts";
import { parseCount, readOptionsOf, withReadOptions } from "./clean.ts";
import type { LimitFlags } from "./limit-flag.ts";
import { loadConfig, loadProfile } from "./option-files.ts";
import { printable } from "./printable.ts";
import { ProgressLine } from "./progress-line.ts";

interface Flags extends FieldOptions, LimitFlags {
  readonly out: string;
  readonly workers?: number;
  readonly extractor: string;
  readonly config?: string;
}

const EXAMPLES = `
Examples:
  $ dehusk learn scrapes/ --out profile.yaml
  $ dehusk clean scrapes/2025/ --out output --profile profile.yaml`;

/** `dehusk learn`: what is furniture on the pages of each source, for a person to review. */
export function learnCommand(): Command {
  return withReadOptions(new Command("learn"))
    .description("List the furniture of each source: lines that stand on many of its pages, with examples.")
    .argument("<paths...>", "files and folders")
    .requiredOption("-o, --out <file>", "profile to write, .yaml or .json; what you decided in one that is there stays")
    .option("-w, --workers <n>", "threads (by default as many as the input is worth)", parseCount)
    .addOption(new Option("--extractor <name>", "for HTML").choices(Object.keys(extractors)).default(DEFAULT_EXTRACTOR))
    .option("--config <file>", "JSON file with CSS selectors for some sites")
    .addHelpText("after", EXAMPLES)
    .action(learn);
}

async function learn(paths: readonly string[], flags: Flags): Promise<void> {
  const { out, extractor, config, workers } = flags;
  // Loaded here, so that YAML costs nothing where there is no profile.
  const [{ learnRun }, { checkProfileFile, writeProfile }] = await Promise.all([
    import("../run/learn-run.ts"),
    import("../run/write-profile.ts"),
  ]);
  checkProfileFile(out);
  const reviewed = existsSync(out) ? await loadProfile(out) : undefined;
  const record: Omit<RecordOptions, "dedupe" | "learn"> = {
    extractor,
    ...readOptionsOf(flags),
    ...(config !== undefined && (await loadConfig(config))),
  };
  const progress = new ProgressLine();
  const {
    profile: fresh,
    documents,
    failures,
  } = await learnRun({
    roots: paths,
    record,
    temporaryFolder: dirname(out),
    ...(workers !== undefined && { workers }),
    onProgress: (state) => progress.show(state),
  }).finally(() => progress.clear());
  const profile = reviewed ? keepReview(fresh, reviewed) : fresh;
  writeProfile(out, profile);
  process.stdout.write(`${tell(profile, documents, failures, out)}\n`);
  process.exitCode = failures > 0 ? 1 : 0;
}

function tell({ sources }: Profile, documents: number, failures: number, out: string): string {
  const lines = Object.values(sources).reduce((sum, source) => sum + source.lines.length, 0);
  const failed = failures === 0 ? "" : `, ${failures} inputs could not be read`;
  return `${lines} lines of ${Object.keys(sources).length} sources, learned from ${documents} documents${failed}: ${printable(out)}`;
}
