import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { cleanText } from "../src/index.ts";
import { cleanRun } from "../src/run/clean-run.ts";
import { OutputFolder } from "../src/run/output-files.ts";
import { defaultFields } from "../src/sources/json-record.ts";
import { textDocuments, writeDocuments } from "./corpus.ts";

/** Counted rounds; the median of them is what is said. */
const ROUNDS = 7;
const DOCUMENTS = 10_000;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** MB of source bytes a second through `cleanText`, every rule on, on one thread. */
function textPath(): number {
  const documents = Array.from(textDocuments(2000), (text) => Buffer.from(text));
  const bytes = documents.reduce((sum, document) => sum + document.length, 0);
  const speeds: number[] = [];
  for (let round = -2; round < ROUNDS; round++) {
    const started = performance.now();
    for (const document of documents) cleanText(document);
    const speed = bytes / 1e3 / (performance.now() - started);
    if (round >= 0) speeds.push(speed);
  }
  return median(speeds);
}

/** Seconds of a whole run from files to outputs, corpus stages and all. */
async function wholeRun(folder: string, out: string, workers: number): Promise<number> {
  const started = performance.now();
  const output = new OutputFolder(out);
  await cleanRun({
    roots: [folder],
    record: { fields: defaultFields, dedupe: true },
    workers,
    temporaryFolder: out,
    output,
  });
  return (performance.now() - started) / 1000;
}

async function scaling(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "dehusk-bench-"));
  try {
    const source = join(folder, "in");
    const bytes = writeDocuments(source, DOCUMENTS);
    const times: Record<number, number[]> = { 1: [], 2: [] };
    // Interleaved, so that a machine that slows down slows both.
    for (let round = -1; round < ROUNDS; round++) {
      for (const workers of [1, 2]) {
        const seconds = await wholeRun(source, join(folder, "out"), workers);
        if (round >= 0) times[workers]!.push(seconds);
      }
    }
    const [one, two] = [median(times[1]!), median(times[2]!)];
    const ratio = median(times[1]!.map((seconds, round) => seconds / times[2]![round]!));
    console.log(
      `whole run, ${DOCUMENTS.toLocaleString("en")} files, ${(bytes / 1e6).toFixed(1)} MB, with duplicates settled:`,
    );
    console.log(`  1 worker   ${one.toFixed(2)} s  ${(bytes / 1e6 / one).toFixed(1)} MB/s`);
    console.log(`  2 workers  ${two.toFixed(2)} s  ${(bytes / 1e6 / two).toFixed(1)} MB/s  ${ratio.toFixed(2)}×`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(
  `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.versions.node}; medians of ${ROUNDS}`,
);
console.log(`text path, one thread, all rules: ${textPath().toFixed(1)} MB/s`);
await scaling();
