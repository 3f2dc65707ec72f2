import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { parseCount, parseList } from "../flag-values.ts";

export interface RunFlags {
  readonly peers?: readonly string[];
  readonly sets?: readonly string[];
  readonly limit?: number;
  readonly rounds: number;
  readonly timeout: number;
  readonly extractor?: string;
  readonly bytes?: true;
  readonly record?: string;
  readonly recorded?: string;
  readonly out: string;
}

const OUT = fileURLToPath(new URL("../../output/bench", import.meta.url));

/** The command line of the benchmark. */
export function benchCommand(run: (folder: string, flags: RunFlags) => Promise<void>): Command {
  return new Command("bench:extract")
    .description("Run dehusk and other extractors side by side over pages with known content.")
    .argument("<folder>", "of .jsonl.gz sets, or of an article benchmark (ground-truth.json and html/)")
    .option("--peers <names>", "only these, with commas between", parseList)
    .option("--sets <names>", "only these, with commas between", parseList)
    .option("--limit <n>", "at most so many pages of a set, spread over it", parseCount)
    .option("--rounds <n>", "times that each page is run; its time is their median", parseCount, 1)
    .option("--timeout <seconds>", "for one page", parseCount, 30)
    .option("--extractor <name>", "for dehusk")
    .option("--bytes", "give dehusk the pages as bytes")
    .option("--record <folder>", "keep what the peers answered there")
    .option("--recorded <folder>", "score what was recorded there as well")
    .option("--out <folder>", "for extract.md and extract.svg", OUT)
    .action(run);
}
