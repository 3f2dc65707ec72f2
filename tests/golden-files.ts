import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Cleaned, type CleanOptions, cleanHtml, cleanText } from "../src/index.ts";
import { sourceName } from "../src/learn/source-name.ts";
import { corpusStages } from "../src/pipeline.ts";
import { settleOver } from "./learn/learn-over.ts";

const FIXTURES = fileURLToPath(new URL("../fixtures", import.meta.url));
const SEEDS = fileURLToPath(new URL("../seeds", import.meta.url));

/** A folder of `fixtures/`: `<stage>/<topic>--<case>` with its input, or `seeds/<file>` for a file of `seeds/`. */
export interface Golden {
  readonly name: string;
  readonly folder: string;
  readonly input: string;
}

/** What a golden's files say, as the texts that stand in them, by name; `expected.md` where Markdown is asked for. */
export type GoldenTexts = Readonly<Record<string, string>>;

/** What cleaning gives today. */
export interface GoldenOutcome {
  readonly texts: GoldenTexts;
  readonly source: string;
  readonly cleaned: readonly Cleaned[];
}

/** All goldens, in order of their names. */
export function listGoldens(): Golden[] {
  const stages = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = stages.flatMap(({ name }) => readdirSync(join(FIXTURES, name)).map((topic) => `${name}/${topic}`));
  return names.sort().map((name) => {
    const folder = join(FIXTURES, name);
    return { name, folder, input: name.startsWith("seeds/") ? join(SEEDS, basename(name)) : inputOf(folder) };
  });
}

function inputOf(folder: string): string {
  const inputs = readdirSync(folder).filter((file) => file.startsWith("input."));
  if (inputs.length !== 1) throw new Error(`${folder} must hold one input file, not ${inputs.length}`);
  return join(folder, inputs[0]!);
}

/** A file of the golden; undefined when it is missing. */
export function readGolden(golden: Golden, file: string): string | undefined {
  const path = join(golden.folder, file);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** Cleans a golden's input. The lines of a JSONL input are documents of one corpus. */
export function runGolden({ folder, input }: Golden): GoldenOutcome {
  const source = readFileSync(input, "utf8");
  if (extname(input) === ".jsonl") return runCorpus(source);
  const path = join(folder, "options.json");
  const options = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as CleanOptions) : {};
  const cleaned = extname(input) === ".html" ? cleanHtml(source, options) : cleanText(source, options);
  const texts = { "expected.json": inLines(view(cleaned)), "ledger.jsonl": jsonLines(cleaned.ledger) };
  const written = cleaned.format === "markdown" ? { "expected.md": `${cleaned.text}\n` } : {};
  return { source, cleaned: [cleaned], texts: { ...texts, ...written } };
}

interface Line extends CleanOptions {
  readonly id: string;
  readonly text: string;
}

function runCorpus(source: string): GoldenOutcome {
  const lines = source
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  const cleaned = settleOver(
    lines.map(({ text, id: _, ...known }) => cleanText(text, known)),
    (index) => sourceName(lines[index]!.url, ""),
    corpusStages,
    (index) => lines[index]!.id,
  );
  const stays = cleaned.flatMap((one, i) => (one.blocks.length === 0 ? [] : [{ id: lines[i]!.id, ...view(one) }]));
  const ledger = cleaned.flatMap((one, i) => one.ledger.map((entry) => ({ document: lines[i]!.id, ...entry })));
  return { source, cleaned, texts: { "expected.json": inLines(stays), "ledger.jsonl": jsonLines(ledger) } };
}

/** Everything but the ledger. The text stands in the blocks, where a difference in it is found by eye. */
function view({ text: _, blocks, ledger: __, ...rest }: Cleaned): object {
  return { ...rest, blocks: blocks.map(({ kind, start, end, text }) => ({ kind, start, end, text })) };
}

const inLines = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const jsonLines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join("");
