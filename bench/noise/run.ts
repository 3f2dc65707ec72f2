import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { listSets } from "../extract/list-sets.ts";
import { parseCount, parseList } from "../flag-values.ts";
import { type Cleaner, knownCleaners } from "./cleaners.ts";
import { measureOwn } from "./measure-own.ts";
import { measureSet, type SetMeasures } from "./measure-set.ts";
import { noiseReport } from "./noise-report.ts";

interface Flags {
  readonly sets: readonly string[];
  readonly cleaners?: readonly string[];
  readonly limit?: number;
  readonly folds?: string;
  readonly out: string;
}

const OUT = fileURLToPath(new URL("../../output/bench", import.meta.url));
const SETS = ["wcxb-dev", "fundus-dev", "cleaneval-dev"];

await new Command("bench:noise")
  .description("Put furniture around and into clean articles and count what cleaners of text take.")
  .argument("<folder>", "of .jsonl.gz sets whose pages have their main text")
  .option("--sets <names>", "only these, with commas between", parseList, SETS)
  .option("--cleaners <names>", "only these, with commas between", parseList)
  .option("--limit <n>", "at most so many pages of a set, spread over it", parseCount)
  .option("--folds <folder>", "models of dehusk's judge that saw no page of a host, as training leaves them")
  .option("--out <folder>", "for noise.md", OUT)
  .action(run)
  .parseAsync();

async function run(folder: string, flags: Flags): Promise<void> {
  const { cleaners: all, absent } = await knownCleaners(folder, flags.folds);
  const cleaners = all.filter(({ name }) => flags.cleaners?.includes(name) ?? true);
  try {
    const report = await measure(folder, cleaners, absent, flags);
    mkdirSync(flags.out, { recursive: true });
    writeFileSync(join(flags.out, "noise.md"), report);
    console.log(report);
  } finally {
    for (const cleaner of all) cleaner.stop?.();
  }
}

async function measure(
  folder: string,
  cleaners: readonly Cleaner[],
  absent: readonly string[],
  { sets, limit }: Flags,
): Promise<string> {
  const measured: SetMeasures[] = [];
  for (const { name, open } of listSets(folder).filter(({ name }) => sets.includes(name)))
    measured.push(await measureSet(name, open(), cleaners, limit, (done, of) => tell(`${name}: ${done} of ${of}`)));
  const day = new Date().toISOString().slice(0, 10);
  const missing = absent.length > 0 ? ` Absent: ${absent.join("; ")}.` : "";
  const names = cleaners.map(({ name }) => name);
  return noiseReport(`${day}, Node ${process.versions.node}.${missing}`, names, measured, await measureOwn(cleaners));
}

/** One line that is written over on a terminal; nothing elsewhere. */
function tell(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${words}`);
}
