import { basename } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { explainFile } from "../run/explain-file.ts";
import type { FieldOptions } from "../sources/json-record.ts";
import { readOptionsOf, withReadOptions } from "./clean.ts";
import { explanationHtml } from "./explanation-html.ts";
import { explanationText } from "./explanation-text.ts";
import { type JudgeFlags, judgeOptionsOf, withJudgeOptions } from "./judge-flags.ts";
import type { LimitFlags } from "./limit-flag.ts";
import { type FileFlags, optionsFromFiles, withOptionFiles } from "./option-files.ts";

interface Flags extends FieldOptions, JudgeFlags, FileFlags, LimitFlags {
  readonly html?: true;
  readonly record?: number;
}

const EXAMPLES = `
Examples:
  $ dehusk explain scrapes/story.txt
  $ dehusk explain crawl.jsonl --record 17 --html > story.html`;

/** `dehusk explain`: one document, what went and why; nothing is written. */
export function explainCommand(): Command {
  return withOptionFiles(withJudgeOptions(withReadOptions(new Command("explain"))))
    .description("Show one document with everything that cleaning takes out of it, and why.")
    .argument("<file>")
    .option("--record <n>", "which record of a JSON or JSONL file (the first)", parseRecord)
    .option("--html", "print an HTML page instead of text")
    .addHelpText("after", EXAMPLES)
    .action(async (file: string, flags: Flags) => {
      const options = { ...judgeOptionsOf(flags), ...(await optionsFromFiles(flags)) };
      const explained = await explainFile(file, flags.record, readOptionsOf(flags), options);
      process.stdout.write(flags.html ? explanationHtml(basename(file), explained) : explanationText(explained));
    });
}

function parseRecord(value: string): number {
  const record = Number(value);
  if (!Number.isInteger(record) || record < 1) throw new InvalidArgumentError("must be a number from 1.");
  return record;
}
